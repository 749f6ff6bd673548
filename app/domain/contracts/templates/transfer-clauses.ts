import type { SubKind } from "~/domain/shared/tech-contract";
import { type ContractFacts, clause, type TemplateClause } from "./contract-facts";
import { ownershipLines } from "./right-clauses";

/** How each right passes over. */
const PASSING: Partial<Record<SubKind, readonly string[]>> = {
  "21": [
    "双方应当自本合同生效之日起三十日内共同向国务院专利行政部门办理专利权转让登记，由乙方准备文件，登记费用由甲方承担。专利权的转让自登记之日起生效。",
    "登记完成前，乙方应当按时缴纳年费并维持专利权有效；登记完成后由甲方承担。",
    "专利权在登记后被宣告无效的，对无效宣告前已经履行的部分不具有追溯力；但乙方有恶意，或者不返还明显违反公平原则的，应当返还相应的转让费。",
  ],
  "22": [
    "双方应当自本合同生效之日起三十日内共同向国务院专利行政部门办理专利申请权转让登记，由乙方准备文件，登记费用由甲方承担。专利申请权的转让自登记之日起生效；此后的申请手续和费用由甲方负责，乙方及发明人应当提供必要的协助。",
    "登记之前专利申请被驳回或者被视为撤回的，甲方可以解除合同并请求返还已付的转让费；登记之后发生的，不影响本合同的效力。",
    "专利申请因本合同成立时已经存在尚未公开的同样发明创造的在先申请而被驳回的，甲方可以依法请求变更或者撤销本合同。",
  ],
  "23": [
    "乙方应当自本合同生效之日起三十日内一次或者分批交付全部技术资料，进行技术指导，并保证技术的实用性和可靠性。交付时双方应当签署资料清单。",
    "技术秘密转让后，乙方不得再向他人转让、许可或者披露标的技术，自己也不得继续使用，双方另有书面约定的除外。未经甲方书面同意，乙方不得就标的技术申请专利。",
  ],
  "24": [
    "乙方应当自本合同生效之日起三十日内交付源程序、目标程序、设计文档、用户手册、编译和部署环境说明及第三方组件清单，并协助甲方向软件登记机构办理转让登记。",
    "转让的范围包括《计算机软件保护条例》规定的全部可以转让的权利。乙方保证软件中使用的开源和第三方组件符合其许可条件，并已逐项列明。",
  ],
  "25": [
    "双方应当自本合同生效之日起三十日内共同向国务院知识产权行政部门办理布图设计专有权转让登记。专有权的转让自登记之日起生效。",
    "乙方应当交付布图设计的复制件或者图样、版图数据文件和工艺说明。",
  ],
  "26": [
    "双方应当自本合同生效之日起三十日内向品种权的审批机关办理转让登记，由其公告；品种权的转让自登记之日起生效。",
    "乙方应当交付繁殖材料及栽培、繁育和特异性、一致性、稳定性的技术资料，并保证繁殖材料的真实性和纯度。依法须审定、登记或者取得生产经营许可的，由甲方办理，乙方协助。",
  ],
  "27": [
    "转让依法须经审批、变更登记或者备案的，双方应当自本合同生效之日起三十日内共同办理；未经批准不得实施的，自批准之日起实施。",
    "乙方应当交付研制、工艺、质量标准、安全性和有效性研究的全部资料、菌（毒、虫）种或者细胞株等必要材料，并保证资料真实、完整、可以追溯。",
  ],
};

function passingClause(code: SubKind): TemplateClause {
  return clause("passing", "权利的移转和资料的交付", PASSING[code]);
}

/** Warranties of the assignor (Civil Code arts 870, 872, 874). */
function warrantyClause({ terms }: ContractFacts): TemplateClause {
  const isKnowHow = terms.categoryCode === "23";
  return clause(
    "warranty",
    "乙方的保证",
    "乙方保证自己是标的权利的合法拥有者，有权让与；标的技术完整、无误、有效，能够达到约定的目标。标的权利为共有的，乙方已取得全体共有人的书面同意。",
    "乙方保证标的权利在订立本合同时没有未告知的质押、查封、许可和权属争议。乙方未按照约定转让技术的，应当返还部分或者全部转让费，并承担违约责任。",
    isKnowHow
      ? "乙方保证标的技术在订立本合同时仍属于技术秘密；因乙方的原因公开的，应当赔偿损失。"
      : null,
    "甲方实施标的技术侵害他人合法权益的，由乙方承担责任，但甲方超出约定目的和范围使用的除外。",
  );
}

/** What becomes of use and licences that exist already (judicial interpretation art. 24). */
function existingUseClause(): TemplateClause {
  return clause(
    "existing-use",
    "已有实施和许可的处理",
    "乙方在订立本合同前自行实施标的技术的，自权利移转之日起停止实施，双方另有书面约定的除外。",
    "乙方在订立本合同前与他人订立的许可合同继续有效，其权利义务自权利移转之日起由甲方承受；乙方应当交付这些合同的副本并通知被许可人。",
  );
}

/** First refusal of inventors and co-developers (Civil Code arts 847, 859, 860). */
function firstRefusalClause({ terms }: ContractFacts): TemplateClause {
  return clause(
    "first-refusal",
    "优先受让权的处理",
    "标的技术属于职务技术成果的，乙方确认已将转让条件书面通知职务技术成果的完成人，完成人已书面放弃或者在合理期限内未行使以同等条件优先受让的权利。",
    "标的技术来自委托开发或者合作开发的，乙方确认已将转让条件书面通知依法享有优先受让权的委托人、合作开发人，其已书面放弃或者未在合理期限内行使。",
    terms.categoryCode === "23" || terms.categoryCode === "24"
      ? null
      : "因上述优先受让权未妥善处理致使权利不能移转的，乙方应当返还已收取的转让费并赔偿甲方的损失。",
  );
}

function guidanceClause(): TemplateClause {
  return clause(
    "guidance",
    "技术指导和培训",
    "自资料交付之日起六个月内，乙方应当应甲方的合理要求提供技术指导，使甲方的技术人员能够独立实施标的技术；超出约定工作量的，费用由双方另行商定。",
  );
}

function resultsClause({ terms }: ContractFacts): TemplateClause {
  // After the assignment the right is the assignee's; the terms may say otherwise for new results.
  const { ownership } = terms.results;
  return clause(
    "results",
    "技术成果的归属和收益的分成办法",
    "自权利移转之日起，甲方取得标的权利并享有实施、许可和转让所得的收益；技术成果完成人的署名、荣誉和依法获得奖励报酬的权利不受影响。",
    ownership ? ownershipLines(terms, "履行本合同过程中新产生的技术成果及其知识产权") : null,
    ownership
      ? null
      : "履行本合同过程中新产生的技术成果，由完成的一方享有；收益归权利人，双方没有其他分成。",
  );
}

/** Clauses of the assignment of an existing right. */
export function transferClauses(facts: ContractFacts): TemplateClause[] {
  return [
    passingClause(facts.terms.categoryCode),
    guidanceClause(),
    warrantyClause(facts),
    existingUseClause(),
    firstRefusalClause(facts),
    resultsClause(facts),
  ];
}
