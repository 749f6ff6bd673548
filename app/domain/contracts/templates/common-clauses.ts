import { familyOf } from "~/domain/shared/tech-contract";
import { blank, chineseDate, filled, listed, sentence } from "../chinese-text-rules";
import { type ContractFacts, clause, type TemplateClause } from "./contract-facts";

const STARTS = "自本合同生效之日起";

/** Term, plan, place and manner of performance (Civil Code art. 845). */
export function planClause({ terms }: ContractFacts): TemplateClause {
  const { term, milestones, object, licence, categoryCode } = terms;
  const from = term.fromOn ? `自${chineseDate(term.fromOn)}起` : STARTS;
  const licenceEnd = familyOf(categoryCode) === "LICENCE" ? (licence?.endsOn ?? null) : null;
  const to = term.toOn ?? licenceEnd;
  return clause(
    "plan",
    "履行的期限、计划、地点和方式",
    `履行期限：${from}，${to ? `至${chineseDate(to)}止` : `至${blank("履行期限的终止日期")}止`}。`,
    `履行地点：${filled(term.place, "履行地点").replace(/。$/, "")}。`,
    `履行计划和方式：${sentence(filled(object.plan, "履行的计划和方式"))}`,
    milestones.length > 0 && "双方按下列里程碑检查进度：",
    listed(
      milestones.map((one) => {
        const due = one.dueOn ? `，${chineseDate(one.dueOn)}前完成` : "";
        const how = one.acceptance ? `；验收要求：${one.acceptance}` : "";
        return `${one.title}${due}${how}`;
      }),
    ),
    "一方预计不能按计划履行的，应当及时书面通知另一方并说明原因和补救安排；计划的变更须经双方书面确认。",
  );
}

export function confidentialityClause({ terms }: ContractFacts): TemplateClause {
  const { scope, years } = terms.confidentiality;
  const isKnowHow = terms.categoryCode === "23" || terms.categoryCode === "32";
  const period =
    years === null
      ? "至该信息被依法公开之日止"
      : years === 0
        ? "至本合同履行完毕之日止"
        : `自本合同终止之日起${years}年`;
  return clause(
    "confidentiality",
    "技术信息和资料的保密",
    `保密范围：${sentence(scope || "一方为履行本合同向另一方披露的、不为公众所知悉的技术信息和经营信息，以及本合同中的价款条件")}`,
    `接收方应当采取不低于保护自身同类信息的措施，仅为履行本合同使用，只向确有必要知悉并书面承诺保密的人员披露。保密期限${period}。`,
    isKnowHow
      ? "标的技术属于技术秘密，只要尚未公开，双方的保密义务不因本合同的解除、终止而消灭。保密义务不妨碍依法申请专利，但申请前应当按本合同关于申请权的约定取得同意。"
      : null,
    "下列信息不受保密义务约束：接收时已为公众所知悉的；接收方在接收前已合法持有或者独立开发的；从有权披露的第三人处合法取得的；依法律法规或者有权机关要求必须披露的，但披露前应当尽可能通知另一方。",
    "为办理技术合同认定登记、税收优惠和财政补助，一方可以向登记机构、税务和主管部门提交本合同；涉及技术秘密的部分，提交方应当书面声明保密要求。",
  );
}

export function acceptanceClause({ terms }: ContractFacts): TemplateClause {
  const { standard, method, dispute } = terms.acceptance;
  const isConsulting = familyOf(terms.categoryCode) === "CONSULTING";
  return clause(
    "acceptance",
    "验收标准和方法",
    `验收标准：${sentence(filled(standard, "验收标准"))}`,
    `验收方法：${sentence(filled(method, "验收方法"))}`,
    isConsulting
      ? "甲方应当在收到咨询报告之日起十五个工作日内组织验收；提出修改意见的，乙方应当在合理期限内补充完善。"
      : "乙方完成约定工作并提交验收申请后，甲方应当在十五个工作日内组织验收，并出具书面验收结论；不合格的，应当列明不合格的项目，由乙方在合理期限内改正后重新验收。",
    `对验收结论有异议的处理：${sentence(dispute || "由双方共同委托具备相应资质的第三方机构复核，复核费用由结论不利的一方承担")}`,
    "甲方无正当理由逾期不组织验收，经乙方书面催告后十五个工作日内仍不验收的，视为验收合格，但隐蔽缺陷除外。",
  );
}

/** No restraint of competition and technical progress (Civil Code arts 850, 864). */
export function fairCompetitionClause(): TemplateClause {
  return clause(
    "fair-competition",
    "不妨碍技术进步和公平竞争",
    "本合同对技术使用范围的约定，不构成对技术竞争和技术发展的限制。任何一方均可以在标的技术基础上继续研究开发，可以自主选择其他来源的技术、原材料、设备和服务。",
    "本合同的任何内容如依法构成非法垄断技术或者侵害他人技术成果，该部分无效，不影响其余部分的效力。",
  );
}

export function liabilityClause({ terms }: ContractFacts): TemplateClause {
  return clause(
    "liability",
    "违约责任",
    terms.liability ? sentence(terms.liability) : null,
    "一方不履行本合同义务或者履行不符合约定的，应当承担继续履行、采取补救措施或者赔偿损失等违约责任。约定的违约金过分高于或者低于实际损失的，当事人可以依法请求调整。",
    "违反保密义务的一方，应当停止侵害并赔偿另一方因此受到的损失。",
    "乙方提供的技术侵害他人合法权益的，由乙方承担责任，但因甲方提供的资料、指定的要求或者超出约定范围的使用所致的除外。",
  );
}

export function changeClause({ terms }: ContractFacts): TemplateClause {
  const isDevelopment = familyOf(terms.categoryCode) === "DEVELOPMENT";
  return clause(
    "change",
    "合同的变更和解除",
    "变更本合同应当由双方签订书面补充协议；补充协议与本合同具有同等效力，变更影响技术合同认定登记的，乙方应当在变更后及时向原登记机构办理变更登记。",
    "有下列情形之一的，一方可以书面通知另一方解除合同，通知到达时合同解除：",
    listed([
      "因不可抗力致使不能实现合同目的",
      "另一方明确表示或者以自己的行为表明不履行主要债务",
      "另一方迟延履行主要债务，经催告后三十日内仍未履行",
      ...(isDevelopment ? ["作为研究开发标的的技术已经由他人公开，致使合同的履行没有意义"] : []),
      "法律规定的其他情形",
    ]),
    "合同解除的，双方应当结算已经完成的工作和已经发生的合理费用，返还对方的资料和财产；保密、争议解决和结算的约定继续有效。",
  );
}

export function forceMajeureClause(): TemplateClause {
  return clause(
    "force-majeure",
    "不可抗力",
    "因不能预见、不能避免且不能克服的客观情况不能履行合同的，根据其影响部分或者全部免除责任。遭受不可抗力的一方应当立即通知另一方，并在十五日内提供证明；迟延履行后发生不可抗力的，不免除责任。",
  );
}

/** Who registers the contract and what the other side helps with. */
export function registrationClause(): TemplateClause {
  return clause(
    "registration",
    "技术合同认定登记和税费",
    "本合同由乙方在合同成立后向其所在地技术合同登记机构申请认定登记，同一合同只登记一次；甲方应当提供其主体信息、付款凭证等必要材料。",
    "双方保证所填报的合同总额、技术交易额和履行情况真实。因本合同产生的税费由双方依法各自承担；符合税收优惠条件的，由享受优惠的一方依法办理。",
  );
}

export function noticesClause({ dealNumber }: ContractFacts): TemplateClause {
  return clause(
    "notices",
    "联系和通知",
    "双方各指定一名项目联系人，负责日常联络、资料交接和进度确认；更换联系人应当提前三个工作日书面通知另一方。",
    `通知以书面形式作出，送至本合同载明的住所，或者在交易室（编号 ${dealNumber}）中发送。以数据电文形式发送的，进入对方系统的时间为到达时间。`,
  );
}

export function disputeClause({ terms }: ContractFacts): TemplateClause {
  const { way, body } = terms.dispute;
  const path =
    way === "ARBITRATION"
      ? `提交${body || blank("仲裁委员会名称")}，按照申请仲裁时该会现行有效的仲裁规则仲裁。仲裁裁决是终局的，对双方均有约束力`
      : way === "COURT"
        ? `依法向${body || "被告住所地有管辖权的人民法院"}提起诉讼`
        : `${blank("争议解决方式：诉讼或者仲裁及其机构")}`;
  return clause(
    "dispute",
    "争议的解决",
    `因履行本合同发生的争议，双方应当先行协商；协商不成的，${path}。`,
    "争议解决期间，除争议部分外，双方应当继续履行本合同的其他部分。本合同的订立、效力、解释、履行和争议解决适用中华人民共和国法律。",
  );
}

export function specialClause({ terms }: ContractFacts): TemplateClause | null {
  const text = terms.special.trim();
  return text ? clause("special", "双方约定的其他事项", text.split("\n").map(sentence)) : null;
}

export function effectClause(): TemplateClause {
  return clause(
    "effect",
    "合同的生效和文本",
    "本合同自双方签字（盖章）之日起生效；依法须经批准、登记才能生效的，自批准、登记之日起生效。",
    "双方可以采用电子签名签订本合同，也可以签订纸质文本。采用电子签名的，电子文本为原件；采用纸质文本的，一式四份，双方各执两份，内容与经双方确认的定稿一致。",
    "下列文件是本合同的组成部分：双方确认的条款单、补充协议、经双方书面确认的附件、验收结论和会议纪要。",
  );
}
