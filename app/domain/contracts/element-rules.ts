import { familyOf, type SubKind } from "~/domain/shared/tech-contract";
import type { ContractClause } from "./contract-clause-schema";

/** What a technology contract should say, with the law that asks for it. */
export const ELEMENTS = [
  "PROJECT_NAME",
  "OBJECT",
  "PERFORMANCE",
  "CONFIDENTIALITY",
  "RESULTS",
  "ACCEPTANCE",
  "TERMS_EXPLAINED",
  "PRICE",
  "RIGHT_FACTS",
  "ROYALTY_BOOKS",
  "DEVELOPMENT_RISK",
  "LICENCE_SCOPE",
  "WARRANTY",
  "FIRST_REFUSAL",
  "DISPUTE",
] as const;

export type ContractElement = (typeof ELEMENTS)[number];

type Rule = {
  source: string;
  /** Words of which one must stand in the text of these clauses, or anywhere when none is named. */
  clauses: readonly string[];
  words: RegExp;
  isAsked?: (code: SubKind, text: string) => boolean;
};

const civil = (articles: string) => `民法典第${articles}条`;
const isTransferOrLicence = (code: SubKind) => /^[23]/.test(code);

export const ELEMENT_RULES: Record<ContractElement, Rule> = {
  PROJECT_NAME: {
    source: civil("八百四十五"),
    clauses: ["category"],
    words: /项目名称\s*[：:]\s*\S/,
  },
  OBJECT: { source: civil("八百四十五"), clauses: ["object"], words: /\S{2,}/ },
  PERFORMANCE: {
    source: civil("八百四十五"),
    clauses: ["plan"],
    words: /履行期限[\s\S]*履行地点[\s\S]*(?:计划|方式)/,
  },
  CONFIDENTIALITY: { source: civil("八百四十五"), clauses: ["confidentiality"], words: /保密/ },
  RESULTS: {
    source: civil("八百四十五"),
    clauses: ["results"],
    words: /(?:归|由|享有)[\s\S]*收益/,
  },
  ACCEPTANCE: {
    source: civil("八百四十五"),
    clauses: ["acceptance"],
    words: /验收标准[\s\S]*验收方法/,
  },
  TERMS_EXPLAINED: { source: civil("八百四十五"), clauses: ["definitions"], words: /是指|含义/ },
  PRICE: { source: civil("八百四十六"), clauses: ["price"], words: /总额[\s\S]*支付方式/ },
  RIGHT_FACTS: {
    source: `${civil("八百四十五")}第三款`,
    clauses: ["rights"],
    words: /(?:专利号|申请号|登记号|品种权号|批准文号|编号)[\s\S]*权利人|技术资料/,
    isAsked: isTransferOrLicence,
  },
  ROYALTY_BOOKS: {
    source: `${civil("八百四十六")}第三款`,
    clauses: ["royalty"],
    words: /账目/,
    isAsked: (_code, text) => /提成率|提成比例/.test(text),
  },
  DEVELOPMENT_RISK: {
    source: civil("八百五十八"),
    clauses: ["risk"],
    words: /风险|无法克服的技术困难/,
    isAsked: (code) => familyOf(code) === "DEVELOPMENT",
  },
  LICENCE_SCOPE: {
    source: `${civil("八百六十四")}；技术合同司法解释第二十五条、第二十八条`,
    clauses: ["licence-grant"],
    words: /许可方式[\s\S]*许可地域[\s\S]*许可期限/,
    isAsked: (code) => familyOf(code) === "LICENCE",
  },
  WARRANTY: {
    source: civil("八百七十"),
    clauses: ["warranty", "licensor-duties"],
    words: /合法(?:拥有者|权利人)[\s\S]*完整、无误、有效/,
    isAsked: isTransferOrLicence,
  },
  FIRST_REFUSAL: {
    source: `${civil("八百四十七")}；${civil("八百五十九")}；${civil("八百六十")}`,
    clauses: ["first-refusal", "results"],
    words: /优先受让/,
    isAsked: (code) => familyOf(code) === "TRANSFER" || familyOf(code) === "DEVELOPMENT",
  },
  DISPUTE: { source: civil("四百七十"), clauses: ["dispute"], words: /仲裁|诉讼/ },
};

/** Elements asked for in a contract of this sub-kind that its text does not have. */
export function missingElements(
  clauses: readonly ContractClause[],
  code: SubKind,
): ContractElement[] {
  return listElements(clauses, code).flatMap((one) => (one.isThere ? [] : one.element));
}

/** Every element asked for, with whether it is there and the law that asks. */
export function listElements(
  clauses: readonly ContractClause[],
  code: SubKind,
): { element: ContractElement; source: string; isThere: boolean }[] {
  const all = clauses.map((clause) => clause.body).join("\n");
  return ELEMENTS.flatMap((element) => {
    const rule = ELEMENT_RULES[element];
    if (rule.isAsked && !rule.isAsked(code, all)) return [];
    const text = clauses
      .filter((clause) => rule.clauses.includes(clause.key))
      .map((clause) => clause.body)
      .join("\n");
    return [{ element, source: rule.source, isThere: rule.words.test(text) }];
  });
}
