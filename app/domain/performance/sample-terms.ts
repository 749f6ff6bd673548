import { type TermSheetContent, termSheetSchema } from "~/domain/deals/term-sheet-schema";

/** Terms of a commissioned development over 600,000 yuan in two instalments; for tests of rules. */
export function sampleTerms(
  overrides: Partial<Parameters<typeof termSheetSchema.parse>[0] & object> = {},
): TermSheetContent {
  return termSheetSchema.parse({
    title: "涂覆工艺委托开发",
    categoryCode: "11",
    object: { description: "开发一种涂覆工艺" },
    price: {
      kind: "INSTALMENTS",
      totalFen: "60000000",
      technicalFen: "50000000",
      nonTechnical: [{ kind: "EQUIPMENT", description: "模头", amountFen: "10000000" }],
      instalments: [
        { title: "首付款", amountFen: "20000000", dueOn: "2026-12-31", milestone: null },
        { title: "验收款", amountFen: "40000000", dueOn: "2027-11-30", milestone: 0 },
      ],
    },
    term: { fromOn: "2026-12-01", toOn: "2027-11-30", place: "济南市" },
    milestones: [{ title: "中试验收", dueOn: "2027-10-31", acceptance: "逐项检测" }],
    acceptance: { standard: "技术指标逐项达到", method: "", dispute: "" },
    results: { ownership: "JOINT" },
    improvements: { ownership: "JOINT" },
    confidentiality: { scope: "工艺参数", years: 5 },
    liability: "",
    dispute: { way: "ARBITRATION", body: "" },
    special: "",
    ...overrides,
  });
}
