import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { amountInFigures, amountInWords } from "./chinese-amount-rules";
import { percentText } from "./chinese-text-rules";
import { type ClauseConflict, type ConflictFacts, freeTextOf, quotedTerms } from "./conflict-facts";
import type { ContractClause } from "./contract-clause-schema";
import { findAmounts, findPercents, narrow, type Statement, sentenceAt } from "./statement-rules";

const yuan = (fen: bigint) => `${amountInFigures(fen)}元（${amountInWords(fen)}）`;
const big = (fen: string | null | undefined) => (fen ? [BigInt(fen)] : []);

type Labelled = { label: string; pattern: RegExp; of: (terms: TermSheetContent) => bigint[] };

/** Amounts that a text calls by a name; checked wherever they stand. */
const LABELLED: readonly Labelled[] = [
  {
    label: "合同总额",
    pattern:
      /(?:合同总额|合同总价|合同总金额|合同总价款|合同金额|合同价款|成交总额|(?:转让费|使用费|报酬|培训费|投资款)总额)[^，。；;\n\d]{0,12}$/,
    of: (terms) => big(terms.price.totalFen),
  },
  {
    label: "技术交易额",
    pattern: /技术交易额[^，。；;\n\d]{0,12}$/,
    of: (terms) => big(terms.price.technicalFen),
  },
  {
    label: "入门费",
    pattern: /入门费[^，。；;\n\d]{0,12}$/,
    of: (terms) => big(terms.price.entryFeeFen),
  },
  {
    label: "非技术性费用合计",
    pattern: /非技术性费用合计[^，。；;\n\d]{0,12}$/,
    of: (terms) => [nonTechnicalSum(terms)],
  },
];

function nonTechnicalSum(terms: TermSheetContent): bigint {
  return terms.price.nonTechnical.reduce((sum, row) => sum + BigInt(row.amountFen), 0n);
}

function priceAmounts(terms: TermSheetContent): bigint[] {
  const { price, broker } = terms;
  return [
    ...big(price.totalFen),
    ...big(price.technicalFen),
    ...big(price.entryFeeFen),
    ...big(price.royalty?.capFen),
    ...big(broker?.feeFen),
    nonTechnicalSum(terms),
    ...price.nonTechnical.map((row) => BigInt(row.amountFen)),
    ...price.instalments.map((row) => BigInt(row.amountFen)),
  ];
}

/** Clauses in which every amount must be one of the agreed ones. */
const MONEY_CLAUSES: readonly string[] = ["price", "royalty", "broker", "changes"];

function labelOf(text: string, at: Statement<bigint>): Labelled | null {
  // An amount in brackets repeats the one before it; its own label is that one's.
  const before = text.slice(Math.max(0, at.from - 40), at.from).replace(/(?:人民币|￥|¥)\s*$/, "");
  return LABELLED.find((one) => one.pattern.test(before)) ?? null;
}

/** Amounts that are not the agreed ones, and figures that differ from the words beside them. */
export function amountConflicts(clause: ContractClause, facts: ConflictFacts): ClauseConflict[] {
  const text = narrow(clause.body);
  const quotable = freeTextOf(facts);
  const terms = quotedTerms(facts);
  const found = findAmounts(clause.body);
  const conflicts: ClauseConflict[] = [];
  const add = (
    at: Statement<bigint>,
    kind: ClauseConflict["kind"],
    label: string,
    agreed: string,
  ) =>
    conflicts.push({
      clauseKey: clause.key,
      kind,
      label,
      stated: at.text,
      agreed,
      sentence: sentenceAt(clause.body, at.from),
    });

  found.forEach((at, index) => {
    const previous = found[index - 1];
    const between = previous ? text.slice(previous.to, at.from) : "";
    if (previous && /^[（(]\s*大写\s*[:：]?\s*(?:人民币)?$/.test(between)) {
      if (previous.value !== at.value) {
        add(at, "WORDS_AND_FIGURES", "大写金额", amountInWords(previous.value));
      }
      return;
    }
    const label = labelOf(text, at);
    if (label) {
      const allowed = terms.flatMap(label.of);
      if (!allowed.includes(at.value)) {
        const agreed = label.of(facts.terms).map(yuan).join("、");
        add(at, "AMOUNT", label.label, agreed || "未约定");
      }
      return;
    }
    if (!MONEY_CLAUSES.includes(clause.key) || quotable.includes(at.text)) return;
    const allowed = terms.flatMap(priceAmounts);
    if (allowed.length > 0 && !allowed.includes(at.value)) {
      add(at, "AMOUNT", "价款中的金额", expectedHere(text, at, facts.terms));
    }
  });
  return conflicts;
}

/** The agreed amount that this place most likely means: the instalment or cost named before it. */
function expectedHere(text: string, at: Statement<bigint>, terms: TermSheetContent): string {
  const before = text.slice(0, at.from);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const row = terms.price.instalments.find((one) => line.includes(one.title));
  if (row) return `${row.title}${yuan(BigInt(row.amountFen))}`;
  const cost = terms.price.nonTechnical.find(
    (one) => one.description !== "" && line.includes(one.description),
  );
  if (cost) return `${cost.description}${yuan(BigInt(cost.amountFen))}`;
  return [...new Set(priceAmounts(terms).filter((fen) => fen > 0n))].map(yuan).join("、");
}

const RATE_BEFORE = /提成(?:费)?(?:率|比例)[^，。；;\n]{0,8}$/;
const RATE_AFTER = /^\s*的?提成(?:费)?(?:率|比例)?/;

/** Royalty rates and the broker's share. */
export function percentConflicts(clause: ContractClause, facts: ConflictFacts): ClauseConflict[] {
  const text = narrow(clause.body);
  const terms = quotedTerms(facts);
  const quotable = freeTextOf(facts);
  return findPercents(clause.body).flatMap((at): ClauseConflict[] => {
    const isRate =
      RATE_BEFORE.test(text.slice(Math.max(0, at.from - 20), at.from)) ||
      RATE_AFTER.test(text.slice(at.to));
    const isFee = !isRate && clause.key === "broker";
    if ((!isRate && !isFee) || quotable.includes(at.text)) return [];
    const shareOf = (one: TermSheetContent) =>
      isRate ? (one.price.royalty?.rateBp ?? null) : (one.broker?.feeBp ?? null);
    const allowed = terms.map(shareOf).filter((value) => value !== null);
    if (allowed.includes(at.value) || (isFee && allowed.length === 0)) return [];
    const agreed = shareOf(facts.terms);
    return [
      {
        clauseKey: clause.key,
        kind: "PERCENT",
        label: isRate ? "提成率" : "中介服务报酬比例",
        stated: at.text,
        agreed: agreed === null ? "未约定" : percentText(agreed),
        sentence: sentenceAt(clause.body, at.from),
      },
    ];
  });
}
