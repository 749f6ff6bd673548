import { describe, expect, it } from "vitest";
import { termSheetSchema } from "~/domain/deals/term-sheet-schema";
import { familyOf, SUB_KINDS } from "~/domain/shared/tech-contract";
import { findBlanks } from "../blank-rules";
import { findConflicts } from "../conflict-rules";
import { clausesSchema } from "../contract-clause-schema";
import { missingElements } from "../element-rules";
import { findMonopolyClauses } from "../monopoly-rules";
import { draftClauses } from "./contract-template";
import { exampleFacts, exampleTerms } from "./example-terms";
import { KIND_WORDS } from "./term-words";

const conflictFacts = (facts: ReturnType<typeof exampleFacts>) => ({ ...facts, before: null });

describe.each(SUB_KINDS)("template of sub-kind %s", (code) => {
  const facts = exampleFacts(exampleTerms(code));
  const clauses = draftClauses(facts);
  const text = clauses.map((one) => one.body).join("\n");

  it("is a valid list of clauses with stable, different keys and nothing left blank", () => {
    expect(clausesSchema.parse(clauses)).toEqual(clauses);
    expect(new Set(clauses.map((one) => one.key)).size).toBe(clauses.length);
    expect(findBlanks(clauses)).toEqual([]);
    expect(text).not.toMatch(/undefined|null|NaN|。。|；。/);
  });

  it("has every element that the law asks for", () => {
    expect(missingElements(clauses, code)).toEqual([]);
    expect(text).toContain(KIND_WORDS[code]);
  });

  it("says what was agreed, contradicts none of it and restrains nobody", () => {
    expect(findConflicts(clauses, conflictFacts(facts))).toEqual([]);
    expect(findMonopolyClauses(clauses)).toEqual([]);
  });

  it.each([
    ["royalty", { kind: "ROYALTY", royalty: { base: "NET_SALES", rateBp: 350 } }],
    [
      "entry fee and royalty",
      {
        kind: "ENTRY_AND_ROYALTY",
        entryFeeFen: "10000000",
        royalty: {
          base: "GROSS_SALES",
          rateBp: 200,
          fromOn: "2027-01-01",
          toOn: "2030-12-31",
          capFen: "90000000",
        },
      },
    ],
    ["lump sum", { kind: "LUMP_SUM", totalFen: "5000000" }],
    ["equity", { kind: "LUMP_SUM", totalFen: "5000000", isEquity: true }],
  ])("stands by itself with %s", (_name, price) => {
    const terms = exampleTerms(code, { price: { ...price } as never });
    const other = exampleFacts(terms);
    const drafted = draftClauses(other);
    expect(findConflicts(drafted, conflictFacts(other))).toEqual([]);
    expect(missingElements(drafted, code)).toEqual([]);
  });

  it("names as blanks what thin terms leave open", () => {
    const terms = termSheetSchema.parse({
      title: "薄",
      categoryCode: code,
      object: { description: "说明" },
      price: { kind: "LUMP_SUM", totalFen: "100" },
      term: {},
      acceptance: {},
      results: {},
      improvements: {},
      confidentiality: {},
      dispute: {},
    });
    const thin = exampleFacts(terms);
    const drafted = draftClauses({
      ...thin,
      supply: { ...thin.supply, uscc: null, address: null },
    });
    const blanks = findBlanks(drafted).map((one) => one.what);
    expect(blanks).toContain("乙方统一社会信用代码");
    expect(blanks).toContain("履行地点");
    expect(blanks).toContain("验收标准");
    if (familyOf(code) === "DEVELOPMENT") expect(blanks).toContain("可以测量的技术指标和参数");
    expect(findConflicts(drafted, conflictFacts(thin))).toEqual([]);
  });
});
