import { blank, sentence } from "../chinese-text-rules";
import { type ContractFacts, clause, type TemplateClause } from "./contract-facts";
import { ownershipLines } from "./right-clauses";

/** Duties of client and developer (Civil Code arts 852–854). */
function commissionedDuties(): TemplateClause[] {
  return [
    clause(
      "client-duties",
      "甲方的义务",
      "甲方应当按照约定支付研究开发经费和报酬，提供技术资料，提出研究开发要求，完成协作事项，接受研究开发成果。",
      "甲方因迟延付款、资料有重大缺陷或者未完成协作事项造成研究开发工作停滞、延误或者失败的，应当承担违约责任，乙方的工作期限相应顺延。",
    ),
    clause(
      "developer-duties",
      "乙方的义务",
      "乙方应当按照约定制定和实施研究开发计划，合理使用研究开发经费，按期完成研究开发工作，交付研究开发成果，提供有关的技术资料和必要的技术指导，帮助甲方掌握研究开发成果。",
      "乙方应当独立完成主要的研究开发工作；将辅助工作委托第三人的，应当事先取得甲方同意并对其工作负责。乙方应当按里程碑报告进展，并保存完整的研究开发记录。",
    ),
  ];
}

/** Contributions and shared work (Civil Code arts 855, 856). */
function cooperativeDuties({ terms }: ContractFacts): TemplateClause {
  const split = terms.special.trim() === "" ? blank("双方各自的投资形式、数额和分工") : "";
  return clause(
    "cooperation",
    "合作开发的投资和分工",
    "双方共同进行投资，包括以技术进行投资，分工参与研究开发工作，协作配合研究开发工作。任何一方不得以只提供资金、设备、材料或者辅助协作代替分工的研究开发工作。",
    split
      ? `投资和分工：${split}。`
      : "双方各自的投资形式、数额和分工以本合同“双方约定的其他事项”条和履行计划为准。",
    "双方各派一名项目负责人组成项目组，共同审定研究开发方案、进度和重大变更；意见不一致的，由双方法定代表人协商决定。",
    "一方违反约定造成研究开发工作停滞、延误或者失败的，应当承担违约责任。",
  );
}

function resultsClause({ terms }: ContractFacts): TemplateClause {
  const isCommissioned = terms.categoryCode === "11";
  return clause(
    "results",
    "研究开发成果的归属和收益的分成办法",
    ownershipLines(terms, "履行本合同完成的研究开发成果及其知识产权"),
    isCommissioned
      ? "研究开发成果申请专利的，未取得专利申请权的一方可以依法实施该专利；享有专利申请权的一方转让专利申请权的，另一方享有以同等条件优先受让的权利。"
      : "合作开发完成的发明创造，一方转让其共有的专利申请权的，另一方享有以同等条件优先受让的权利；一方声明放弃其共有的专利申请权的，另一方可以单独申请或者共同申请，取得专利权后放弃方可以免费实施。一方不同意申请专利的，另一方不得申请。",
    "作为技术秘密保留的成果，未约定使用权、转让权和收益分配办法的部分，在没有相同技术方案被授予专利权前，双方均有使用和转让的权利，但乙方在向甲方交付成果之前，不得将成果转让给第三人。",
    "完成研究开发成果的个人享有在有关技术成果文件上写明自己是完成者的权利，以及依法取得荣誉、奖励和报酬的权利。双方背景技术的归属不因本合同改变。",
  );
}

/** Who bears a failure that could not be avoided (Civil Code art. 858). */
function riskClause(): TemplateClause {
  return clause(
    "risk",
    "技术风险的承担",
    "在履行过程中，因出现无法克服的技术困难，致使研究开发失败或者部分失败的，由双方共同确认或者委托专家论证。属于此类风险的，已经发生的合理费用按实际支出结算，剩余经费退还，双方互不承担违约责任；具体分担比例由双方另行约定，没有约定的合理分担。",
    "一方发现可能致使研究开发失败或者部分失败的情形时，应当及时通知另一方并采取适当措施减少损失；没有及时通知并采取适当措施，致使损失扩大的，应当就扩大的损失承担责任。",
  );
}

function handoverClause({ terms }: ContractFacts): TemplateClause {
  const conversion =
    "本合同为将具有实用价值的科技成果实施转化而订立的，同样适用本条和技术开发合同的规定。";
  return clause(
    "handover",
    "成果和资料的交付、技术指导",
    `乙方应当在验收合格之日起十五日内交付全部成果和资料的最终版本，并在甲方场所提供必要的技术指导，使甲方能够独立实施。${sentence(terms.term.place ? `交付和指导地点为${terms.term.place}` : "")}`,
    "任何一方交付的资料应当完整、清楚、可以执行；接收方应当在收到后十个工作日内书面提出缺项。",
    conversion,
  );
}

/** Clauses of commissioned and cooperative development. */
export function developmentClauses(facts: ContractFacts): TemplateClause[] {
  const duties =
    facts.terms.categoryCode === "11" ? commissionedDuties() : [cooperativeDuties(facts)];
  return [...duties, handoverClause(facts), resultsClause(facts), riskClause()];
}
