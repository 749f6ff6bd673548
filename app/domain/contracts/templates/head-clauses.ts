import { familyOf, type SubKind } from "~/domain/shared/tech-contract";
import { blank, filled, listed, sentence } from "../chinese-text-rules";
import { type ContractFacts, clause, type PartyFacts, type TemplateClause } from "./contract-facts";
import { FAMILY_WORDS, KIND_WORDS, roleWords } from "./term-words";

function partyLines(label: string, role: string, party: PartyFacts): string[] {
  return [
    `${label}（${role}）：${party.name}`,
    `统一社会信用代码：${party.uscc ?? blank(`${label}统一社会信用代码`)}`,
    `住所：${party.address ?? blank(`${label}住所`)}`,
    `法定代表人（负责人）：${party.legalRepresentative ?? blank(`${label}法定代表人`)}`,
    ...(party.contact ? [`项目联系人：${party.contact}`] : []),
  ];
}

export function partiesClause({ terms, demand, supply }: ContractFacts): TemplateClause {
  const roles = roleWords(terms.categoryCode);
  return clause("parties", "合同当事人", [
    ...partyLines("甲方", roles.demand, demand),
    ...partyLines("乙方", roles.supply, supply),
  ]);
}

const PURPOSE: Record<ReturnType<typeof familyOf>, string> = {
  DEVELOPMENT: "就尚未掌握的新技术、新产品、新工艺、新品种或者新材料及其系统开展研究开发",
  TRANSFER: "就乙方合法拥有的现有特定技术权利的让与",
  LICENCE: "就乙方合法拥有权利的现有特定技术的实施、使用许可",
  CONSULTING: "就特定技术项目提供可行性论证、技术预测、专题技术调查或者分析评价报告",
  SERVICE: "就运用技术知识解决特定技术问题",
};

export function preambleClause({ terms, dealNumber }: ContractFacts): TemplateClause {
  const family = familyOf(terms.categoryCode);
  const purpose =
    terms.categoryCode === "52"
      ? "就促成甲方与第三人订立并履行技术合同提供中介服务"
      : terms.categoryCode === "53"
        ? "就对甲方指定人员进行特定技术项目的训练"
        : PURPOSE[family];
  return clause(
    "preamble",
    "订立依据",
    `双方${purpose}，经平等协商，根据《中华人民共和国民法典》及有关技术合同的法律规定，在自愿、公平、诚信的基础上订立本合同。`,
    `本合同以双方在交易室（编号 ${dealNumber}）确认的条款单为基础。合同文本与条款单不一致的，以双方签署的合同文本为准。`,
  );
}

export function categoryClause({ terms }: ContractFacts): TemplateClause {
  const family = FAMILY_WORDS[familyOf(terms.categoryCode)];
  const kind = KIND_WORDS[terms.categoryCode];
  const both = family === kind ? family : `${family}中的${kind}`;
  return clause(
    "category",
    "项目名称和合同性质",
    `项目名称：${terms.title}。`,
    `本合同属于《中华人民共和国民法典》第三编第二十章规定的${both}。`,
    terms.categoryCode === "11" || terms.categoryCode === "12"
      ? "双方确认，标的技术在本合同订立时尚未被双方掌握，不属于对现有技术的简单改型、工艺参数调整或者常规测试。"
      : null,
  );
}

const DEFINED: Record<string, string[]> = {
  DEVELOPMENT: [
    "“研究开发成果”是指履行本合同产生的全部技术成果，包括技术方案、工艺、配方、图样、样品、样机、软件、数据和报告，以及由此产生的知识产权",
    "“背景技术”是指一方在本合同订立前已经拥有，或者履行期间在本合同之外独立取得的技术成果和知识产权",
  ],
  TRANSFER: [
    "“标的权利”是指乙方依本合同让与甲方的技术权利，其具体情况以本合同“标的权利的基本情况”条为准",
    "“技术资料”是指实施标的技术所需的说明、图样、配方、工艺规程、参数、源程序、检测数据等全部资料及其载体",
  ],
  LICENCE: [
    "“标的技术”是指乙方依本合同许可甲方实施、使用的技术及其所附的知识产权，其具体情况以本合同“标的权利的基本情况”条为准",
    "“合同产品”是指实施标的技术制造的产品，或者使用标的技术提供的服务",
    "“技术资料”是指实施标的技术所需的说明、图样、配方、工艺规程、参数、源程序、检测数据等全部资料及其载体",
  ],
  CONSULTING: [
    "“咨询项目”是指本合同载明的特定技术项目",
    "“咨询报告”是指乙方就咨询项目提交的论证、预测、调查或者分析评价文件及其附件",
  ],
  SERVICE: [
    "“服务项目”是指本合同载明的特定技术问题及为解决它而约定的工作",
    "“工作成果”是指乙方完成服务项目所交付的方案、数据、报告、样件、软件或者其他形式的成果",
  ],
};

export function definitionsClause({ terms }: ContractFacts): TemplateClause {
  return clause(
    "definitions",
    "名词和术语的解释",
    "除上下文另有说明外，下列名词和术语在本合同中的含义为：",
    listed([
      ...(DEFINED[familyOf(terms.categoryCode)] ?? []),
      "“工作日”是指中华人民共和国法定工作日；以日计算的其他期间均为自然日，开始的当日不计入",
      "“书面形式”包括合同书、信件以及能够有形地表现所载内容、可以随时调取查用的数据电文",
      "“交易室”是指双方为本项目在科技大市场平台共同使用的、留存发送人和时间的工作空间",
    ]),
    "本合同未解释的技术术语，按国家标准、行业标准确定；没有标准的，按本技术领域的通常理解确定。",
  );
}

const OBJECT_HEADING: Record<string, string> = {
  DEVELOPMENT: "研究开发的内容、范围和要求",
  TRANSFER: "转让标的的内容、范围和要求",
  LICENCE: "许可标的的内容、范围和要求",
  CONSULTING: "咨询项目的内容、范围和要求",
  SERVICE: "服务项目的内容、范围和要求",
};

const TARGET_LABEL: Partial<Record<SubKind, string>> = {
  "40": "报告应当达到的要求",
  "52": "拟促成的技术合同应当具备的条件",
  "53": "培训目标",
};

export function objectClause({ terms }: ContractFacts): TemplateClause {
  const { object, categoryCode } = terms;
  const isDevelopment = familyOf(categoryCode) === "DEVELOPMENT";
  const targets = isDevelopment
    ? filled(object.targets, "可以测量的技术指标和参数")
    : object.targets;
  return clause(
    "object",
    OBJECT_HEADING[familyOf(categoryCode)] ?? "标的的内容、范围和要求",
    sentence(object.description),
    targets && `${TARGET_LABEL[categoryCode] ?? "技术指标和要求"}：${sentence(targets)}`,
    `应当交付的成果和资料：${sentence(filled(object.deliverables, "交付物的名称、数量和形式"))}`,
    object.carrierSets !== null &&
      object.carrierSets > 0 &&
      `作为技术载体随同交付的成套装置或者试验设备为${object.carrierSets}套，用于掌握和检验标的技术，不属于单独的货物买卖。`,
  );
}
