import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { amountText } from "./chinese-amount-rules";
import { chineseDate, percentText } from "./chinese-text-rules";
import { dueText } from "./templates/money-clauses";
import {
  KIND_WORDS,
  LICENCE_WORDS,
  OWNERSHIP_WORDS,
  PAYER_WORDS,
  PRICE_KIND_WORDS,
  ROYALTY_BASE_WORDS,
} from "./templates/term-words";

/** One agreed value in words, with the clause that states it. */
export type TermFact = {
  /** Path in the term sheet; rows of lists by their place. */
  field: string;
  /** As contracts call it. */
  label: string;
  words: string;
  clauseKey: string;
};

type Row = TermFact | null;

const fact = (field: string, label: string, words: string | null, clauseKey: string): Row =>
  words === null || words.trim() === "" ? null : { field, label, words: words.trim(), clauseKey };

const money = (fen: string | null) => (fen === null ? null : amountText(BigInt(fen)));
const day = (date: string | null) => (date === null ? null : chineseDate(date));

function priceFacts(terms: TermSheetContent): Row[] {
  const { price } = terms;
  const royalty = price.royalty;
  return [
    fact("price.kind", "支付方式", PRICE_KIND_WORDS[price.kind], "price"),
    fact("price.totalFen", "合同总额", money(price.totalFen), "price"),
    fact("price.technicalFen", "技术交易额", money(price.technicalFen), "price"),
    fact("price.entryFeeFen", "入门费", money(price.entryFeeFen), "price"),
    ...price.nonTechnical.map((row, index) =>
      fact(
        `price.nonTechnical.${index}`,
        `非技术性费用第${index + 1}项`,
        `${row.description}，${money(row.amountFen)}`,
        "price",
      ),
    ),
    ...price.instalments.map((row, index) =>
      fact(
        `price.instalments.${index}`,
        `第${index + 1}期付款`,
        `${row.title}${money(row.amountFen)}，${dueText(row, terms.milestones)}`,
        "price",
      ),
    ),
    fact(
      "price.royalty.base",
      "提成基数",
      royalty ? ROYALTY_BASE_WORDS[royalty.base] : null,
      "royalty",
    ),
    fact("price.royalty.rateBp", "提成率", royalty ? percentText(royalty.rateBp) : null, "royalty"),
    fact("price.royalty.fromOn", "提成起始日", day(royalty?.fromOn ?? null), "royalty"),
    fact("price.royalty.toOn", "提成终止日", day(royalty?.toOn ?? null), "royalty"),
    fact("price.royalty.capFen", "提成上限", money(royalty?.capFen ?? null), "royalty"),
  ];
}

/** All agreed values that a contract states, in words. */
export function termFacts(terms: TermSheetContent): TermFact[] {
  const { object, licence, term, acceptance, results, improvements, confidentiality, broker } =
    terms;
  const rows: Row[] = [
    fact("title", "项目名称", terms.title, "category"),
    fact("categoryCode", "合同性质", KIND_WORDS[terms.categoryCode], "category"),
    fact("object.description", "标的内容", object.description, "object"),
    fact("object.targets", "技术指标和要求", object.targets, "object"),
    fact("object.deliverables", "交付物", object.deliverables, "object"),
    ...object.rights.map((right, index) =>
      fact(
        `object.rights.${index}`,
        `权利第${index + 1}项`,
        `${right.title}，${right.number}`,
        "rights",
      ),
    ),
    fact(
      "licence.kind",
      "许可方式",
      licence?.kind ? LICENCE_WORDS[licence.kind] : null,
      "licence-grant",
    ),
    fact("licence.territory", "许可地域", licence?.territory ?? null, "licence-grant"),
    fact("licence.fieldOfUse", "使用领域", licence?.fieldOfUse ?? null, "licence-grant"),
    fact("licence.endsOn", "许可期限届满日", day(licence?.endsOn ?? null), "licence-grant"),
    ...priceFacts(terms),
    fact("term.fromOn", "履行期限起始日", day(term.fromOn), "plan"),
    fact("term.toOn", "履行期限届满日", day(term.toOn), "plan"),
    fact("term.place", "履行地点", term.place, "plan"),
    fact("object.plan", "履行计划和方式", object.plan, "plan"),
    ...terms.milestones.map((row, index) =>
      fact(
        `milestones.${index}`,
        `第${index + 1}个里程碑`,
        [row.title, row.dueOn ? `${chineseDate(row.dueOn)}前完成` : "", row.acceptance]
          .filter(Boolean)
          .join("，"),
        "plan",
      ),
    ),
    fact("acceptance.standard", "验收标准", acceptance.standard, "acceptance"),
    fact("acceptance.method", "验收方法", acceptance.method, "acceptance"),
    fact(
      "results.ownership",
      "成果归属",
      results.ownership ? OWNERSHIP_WORDS[results.ownership] : null,
      "results",
    ),
    fact("results.applicationRight", "申请专利的权利", results.applicationRight, "results"),
    fact("results.sharing", "收益的分成办法", results.sharing, "results"),
    fact(
      "improvements.ownership",
      "后续改进成果的归属",
      improvements.ownership ? OWNERSHIP_WORDS[improvements.ownership] : null,
      "improvements",
    ),
    fact("improvements.note", "后续改进的其他约定", improvements.note, "improvements"),
    fact("confidentiality.scope", "保密范围", confidentiality.scope, "confidentiality"),
    fact(
      "confidentiality.years",
      "保密期限",
      confidentiality.years === null ? null : `自本合同终止之日起${confidentiality.years}年`,
      "confidentiality",
    ),
    fact("liability", "违约责任", terms.liability, "liability"),
    fact("broker.name", "中介方", broker?.name ?? null, "broker"),
    fact("broker.feeFen", "中介服务报酬", money(broker?.feeFen ?? null), "broker"),
    fact(
      "broker.feeBp",
      "中介服务报酬比例",
      broker?.feeBp == null ? null : percentText(broker.feeBp),
      "broker",
    ),
    fact(
      "broker.payer",
      "中介服务报酬的承担",
      broker?.payer ? PAYER_WORDS[broker.payer] : null,
      "broker",
    ),
    fact("special", "其他约定", terms.special, "special"),
  ];
  return rows.filter((row) => row !== null);
}

export type TermChange = {
  field: string;
  label: string;
  before: string | null;
  after: string | null;
};

/** What two versions of the agreed terms say differently, value by value. */
export function termChanges(before: TermSheetContent, after: TermSheetContent): TermChange[] {
  const old = new Map(termFacts(before).map((one) => [one.field, one]));
  const fresh = new Map(termFacts(after).map((one) => [one.field, one]));
  const fields = [...new Set([...fresh.keys(), ...old.keys()])];
  return fields.flatMap((field) => {
    const was = old.get(field);
    const is = fresh.get(field);
    if (was?.words === is?.words) return [];
    const label = is?.label ?? was?.label ?? field;
    return [{ field, label, before: was?.words ?? null, after: is?.words ?? null }];
  });
}
