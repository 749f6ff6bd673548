import { familyOf } from "~/domain/shared/tech-contract";
import { type ContractFacts, clause, type TemplateClause } from "./contract-facts";
import { ownershipLines } from "./right-clauses";

/** Duties in consulting (Civil Code arts 879–881). */
function consultingDuties(): TemplateClause[] {
  return [
    clause(
      "client-duties",
      "甲方的义务",
      "甲方应当按照约定阐明咨询的问题，提供技术背景材料及有关技术资料，接受乙方的工作成果，支付报酬。",
      "甲方未按照约定提供必要的资料，影响工作进度和质量，不接受或者逾期接受工作成果的，支付的报酬不得追回，未支付的报酬应当支付。",
    ),
    clause(
      "contractor-duties",
      "乙方的义务",
      "乙方应当按照约定的期限完成咨询报告或者解答问题，报告应当说明所依据的资料、方法、假设和结论的可靠程度，并达到约定的要求。",
      "乙方未按期提出咨询报告或者提出的报告不符合约定的，应当承担减收或者免收报酬等违约责任。乙方发现甲方提供的资料有明显错误或者缺陷的，应当及时通知甲方补充、修改。",
    ),
    clause(
      "reliance",
      "咨询意见的采用和责任",
      "甲方按照乙方符合约定要求的咨询报告和意见作出决策所造成的损失，由甲方承担，双方另有约定的除外。",
      "除本合同另有约定外，乙方进行调查研究、分析论证、试验测定等所需的费用由乙方承担。乙方不得同时接受与甲方有利益冲突的委托，已有的应当在订立本合同前披露。",
    ),
  ];
}

/** Duties in a service (Civil Code arts 882–884, 886). */
function serviceDuties(): TemplateClause[] {
  return [
    clause(
      "client-duties",
      "甲方的义务",
      "甲方应当按照约定提供工作条件，完成配合事项，接受工作成果并支付报酬。",
      "甲方不履行合同义务或者履行不符合约定，影响工作进度和质量，不接受或者逾期接受工作成果的，支付的报酬不得追回，未支付的报酬应当支付。",
    ),
    clause(
      "contractor-duties",
      "乙方的义务",
      "乙方应当按照约定完成服务项目，解决技术问题，保证工作质量，并传授解决技术问题的知识。",
      "乙方未按照约定完成服务工作的，应当承担免收报酬等违约责任。乙方发现甲方提供的资料、数据、样品、材料或者场地不符合约定的，应当及时通知甲方；甲方应当在合理期限内答复并补正。",
      "除本合同另有约定外，乙方正常开展工作所需的费用由乙方承担。",
    ),
    clause(
      "warranty-period",
      "质量保证和后续支持",
      "自验收合格之日起六个月内，工作成果不符合约定的，乙方应当无偿修正；因甲方变更使用条件引起的除外。",
    ),
  ];
}

/** Training for named people on a special topic (interpretation arts 36, 37). */
function trainingDuties(): TemplateClause[] {
  return [
    clause(
      "client-duties",
      "甲方的义务",
      "甲方应当按照约定派出符合条件的学员并提供学员名单，保证学员遵守培训纪律，按照约定支付培训费。培训所需的场地、设施和试验条件由约定的一方提供和管理。",
    ),
    clause(
      "contractor-duties",
      "乙方的义务",
      "乙方应当配备符合条件的教员，制定培训计划，对甲方指定的学员进行特定技术项目的专业训练，完成约定的课时和实操内容。本合同不包括职业培训、文化学习和按照行业、单位计划进行的业余教育。",
      "乙方发现学员不符合约定条件，或者甲方发现教员不符合约定条件的，应当及时通知对方调换；未按期调换的，承担相应责任。",
      "乙方未按计划实施培训，或者培训质量达不到约定目标的，应当减收或者免收培训费，并按约定补训。",
    ),
  ];
}

/** Bringing two parties together (interpretation arts 38–41). */
function intermediaryDuties(): TemplateClause[] {
  return [
    clause(
      "client-duties",
      "甲方的义务",
      "甲方应当提出明确的订约要求，提供有关背景材料，按照约定支付报酬，并如实告知与第三人洽谈和订约的情况。",
    ),
    clause(
      "contractor-duties",
      "乙方的义务",
      "乙方应当以知识、技术、经验和信息为甲方与第三人订立技术合同进行联系、介绍以及对履行合同提供专门服务，如实反映甲方和第三人的技术成果、资信状况和履约能力，并保守双方的秘密。",
      "乙方故意隐瞒与订立合同有关的重要事实或者提供虚假情况，损害甲方利益的，不得请求支付报酬并应当赔偿损失。",
    ),
    clause(
      "success",
      "报酬的条件和费用的负担",
      "甲方与乙方介绍的第三人订立技术合同，且该合同成立并生效的，为中介成功，甲方应当支付报酬。未促成技术合同成立的，乙方不得请求支付报酬。",
      "乙方从事中介活动的费用由乙方自行承担。甲方与第三人之间的合同被解除、撤销或者确认无效，不能归责于乙方的，不影响乙方已经取得的报酬。",
    ),
  ];
}

/** Results that arise on the way (Civil Code art. 885): each side's own, unless agreed otherwise. */
function resultsClause({ terms }: ContractFacts): TemplateClause {
  const { ownership } = terms.results;
  return clause(
    "results",
    "技术成果的归属和收益的分成办法",
    ownership
      ? ownershipLines(terms, "履行本合同过程中完成的新的技术成果及其知识产权")
      : [
          "乙方利用甲方提供的技术资料和工作条件完成的新的技术成果，由乙方享有；甲方利用乙方的工作成果完成的新的技术成果，由甲方享有。",
          "收益归各自的权利人，双方没有其他分成。",
        ],
    familyOf(terms.categoryCode) === "CONSULTING"
      ? "甲方可以为自身决策使用咨询报告；公开引用或者提供给第三人的，应当注明出处并取得乙方同意，依法应当公开的除外。"
      : "甲方付清报酬后，可以在本合同目的范围内长期使用工作成果。",
  );
}

/** Clauses of consulting and service contracts. */
export function serviceClauses(facts: ContractFacts): TemplateClause[] {
  const code = facts.terms.categoryCode;
  const duties =
    code === "52"
      ? intermediaryDuties()
      : code === "53"
        ? trainingDuties()
        : code === "40"
          ? consultingDuties()
          : serviceDuties();
  return [...duties, resultsClause(facts)];
}
