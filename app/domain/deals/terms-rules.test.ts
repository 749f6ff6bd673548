import { describe, expect, it } from "vitest";
import { readErrorCode } from "~/domain/shared/error-code";
import { type TermSheetContent, termSheetSchema } from "./term-sheet-schema";
import { areTermsConsistent, checkTerms } from "./terms-consistency-rules";
import { diffTerms } from "./terms-diff-rules";
import { isRows, shapeOf, TERM_TABLE, visibleTable } from "./terms-fields-rules";
import {
  addRow,
  contentOf,
  formOf,
  readTermsForm,
  removeRow,
  SHOWN,
  type TermsForm,
  valueAt,
} from "./terms-form-rules";

type Input = Parameters<typeof termSheetSchema.parse>[0] & object;

function development(overrides: Partial<Input> = {}): TermSheetContent {
  return termSheetSchema.parse({
    title: "涂覆工艺委托开发",
    categoryCode: "11",
    object: { description: "开发涂覆工艺", targets: "热收缩率 ≤ 2%" },
    price: {
      kind: "INSTALMENTS",
      totalFen: "60000000",
      technicalFen: "50000000",
      nonTechnical: [{ kind: "EQUIPMENT", description: "模头", amountFen: "10000000" }],
      instalments: [
        { title: "首付款", amountFen: "20000000", dueOn: "2026-12-31" },
        { title: "验收款", amountFen: "40000000", milestone: 0 },
      ],
    },
    term: { fromOn: "2026-12-01", toOn: "2027-11-30" },
    milestones: [{ title: "中试验收", dueOn: "2027-10-31" }],
    acceptance: { standard: "逐项达到" },
    results: { ownership: "JOINT" },
    improvements: {},
    confidentiality: {},
    dispute: { way: "ARBITRATION", body: "济南仲裁委员会" },
    ...overrides,
  });
}

function licence(licenceOf: object, expiresOn: string | null = "2035-01-01"): TermSheetContent {
  return development({
    categoryCode: "31",
    object: {
      description: "许可实施",
      rights: [
        { kind: "PATENT_INVENTION", title: "涂覆方法", number: "201710601862.3", expiresOn },
      ],
    },
    licence: { kind: "EXCLUSIVE", territory: "中国", ...licenceOf },
    results: {},
    price: {
      kind: "ENTRY_AND_ROYALTY",
      entryFeeFen: "1000000",
      royalty: { base: "NET_SALES", rateBp: 350 },
      instalments: [{ title: "入门费", amountFen: "1000000", dueOn: "2026-12-31" }],
    },
  } as Partial<Input>);
}

/** Codes of what keeps such terms from being offered, by field. */
function errorsOf(content: TermSheetContent): string[] {
  return checkTerms(content)
    .filter((issue) => issue.level === "ERROR")
    .map((issue) => `${issue.field} ${readErrorCode(issue.code).code}`);
}
const priced = (price: object) =>
  development({ price: { ...development().price, ...price } } as Partial<Input>);

describe("checkTerms", () => {
  it("finds nothing wrong with terms whose sums and dates agree", () => {
    expect(errorsOf(development())).toEqual([]);
    expect(errorsOf(licence({ endsOn: "2034-12-31" }))).toEqual([]);
  });

  it.each([
    [priced({ technicalFen: "0" }), "price.technicalFen terms_technical_zero"],
    [priced({ technicalFen: "60000001" }), "price.technicalFen terms_technical_above_total"],
    [priced({ nonTechnical: [] }), "price.nonTechnical terms_costs_sum"],
    [priced({ totalFen: null }), "price.totalFen required"],
    [priced({ kind: "LUMP_SUM" }), "price.instalments terms_lump_sum_once"],
    [priced({ instalments: [] }), "price.instalments terms_instalments_missing"],
    [
      priced({ instalments: [{ title: "首付款", amountFen: "60000000" }] }),
      "price.instalments[0].dueOn terms_instalment_when",
    ],
    [
      priced({ instalments: [{ title: "首付款", amountFen: "60000000", milestone: 3 }] }),
      "price.instalments[0].milestone terms_milestone_unknown",
    ],
    [
      priced({ instalments: [{ title: "首付款", amountFen: "1", dueOn: "2026-12-31" }] }),
      "price.instalments terms_instalments_sum",
    ],
    [
      development({ term: { fromOn: "2027-01-01", toOn: "2027-01-01" }, milestones: [] }),
      "term.toOn terms_end_before_start",
    ],
    [
      development({ milestones: [{ title: "早于合同", dueOn: "2026-11-01" }] }),
      "milestones[0].dueOn terms_before_term",
    ],
    [development({ dispute: { way: "ARBITRATION" } }), "dispute.body terms_arbitration_body"],
    [
      development({ broker: { name: "甲", feeFen: "100", feeBp: 100 } } as Partial<Input>),
      "broker.feeBp terms_broker_fee_twice",
    ],
    [
      development({ broker: { name: "甲", feeFen: "60000000" } } as Partial<Input>),
      "broker.feeFen terms_broker_fee_above",
    ],
    [licence({ endsOn: "2035-01-02" }), "licence.endsOn terms_licence_beyond_right"],
    [development({ categoryCode: "21" }), "object.rights terms_rights_missing"],
  ])("refuses a contradiction (case %#)", (content, expected) => {
    expect(errorsOf(content)).toContain(expected);
    expect(areTermsConsistent(content)).toBe(false);
  });

  it("wants fee and royalty of a price that has both, and no royalty of one paid in shares", () => {
    const price = { kind: "ENTRY_AND_ROYALTY", isEquity: true };
    const found = errorsOf(development({ price } as Partial<Input>));
    expect(found).toEqual(
      expect.arrayContaining([
        "price.royalty.base required",
        "price.entryFeeFen required",
        "price.isEquity terms_equity_lump_sum",
      ]),
    );
  });

  it("says what the law supplies where the terms are silent", () => {
    const hints = checkTerms(
      development({ results: {}, broker: { name: "甲", feeBp: 300 } } as Partial<Input>),
    );
    expect(hints.map((one) => one.code)).toEqual(
      expect.arrayContaining(["terms_results_developer", "terms_broker_payer"]),
    );
  });
});

describe("the form", () => {
  it("gives back every content that it shows", () => {
    for (const content of [development(), licence({ endsOn: "2034-12-31" })]) {
      expect(contentOf(formOf(content))).toEqual({ content, errors: null });
    }
  });

  it("has a field for every member of the schema", () => {
    const content = licence({ endsOn: null });
    const known = new Set(TERM_TABLE.flatMap((section) => section.fields.map((one) => one.path)));
    known.add("categoryAnswers");
    const missing: string[] = [];
    const walk = (value: unknown, path: string) => {
      if (known.has(path)) return;
      if (typeof value === "object" && value !== null && !Array.isArray(value)) {
        for (const [key, member] of Object.entries(value))
          walk(member, path ? `${path}.${key}` : key);
      } else missing.push(path);
    };
    walk({ ...content, broker: termSheetSchema.shape.broker.parse({}) }, "");
    expect(missing).toEqual([]);
  });

  it("leaves out what category and price do not have, whatever was typed there", () => {
    const form = formOf(licence({ endsOn: "2034-12-31" }));
    form.values.categoryCode = "11";
    form.values["price.kind"] = "LUMP_SUM";
    form.values["price.totalFen"] = "600,000";
    form.values["price.technicalFen"] = "６００，０００";
    const { content } = contentOf(form);
    expect(content?.licence).toBeNull();
    expect(content?.object.rights).toEqual([]);
    expect(content?.price).toMatchObject({
      totalFen: "60000000",
      royalty: null,
      entryFeeFen: null,
    });
  });

  it("says at each field what is wrong with it", () => {
    const form = formOf(development());
    form.values.title = "";
    form.values["price.totalFen"] = "六十万";
    form.values["term.toOn"] = "2027-02-30";
    form.rows["price.instalments"] = [
      { title: "首付款", amountFen: "x", dueOn: "", milestone: "" },
    ];
    const { errors } = contentOf(form);
    expect(errors).toMatchObject({
      title: ["required"],
      "price.totalFen": ["not_an_amount"],
      "term.toOn": ["not_a_date"],
      "price.instalments[0].amountFen": ["not_an_amount"],
    });
  });

  it("keeps what a page did not show and drops blank rows", () => {
    const before = formOf(licence({ endsOn: "2034-12-31" }));
    const posted = new FormData();
    posted.set("title", "新名称\r\n");
    posted.append(SHOWN, "price.includesTax");
    posted.append(SHOWN, "milestones");
    posted.set("milestones[0].title", "");
    posted.set("milestones[1].title", "第二阶段");
    const form = readTermsForm(posted, before);
    expect(form.values).toMatchObject({
      title: "新名称",
      "price.includesTax": "",
      "licence.endsOn": "2034-12-31",
      "licence.maySublicense": "",
    });
    expect(form.rows.milestones).toEqual([{ title: "第二阶段", dueOn: "", acceptance: "" }]);
    expect(form.rows["object.rights"]).toHaveLength(1);
  });

  it("keeps references right when a milestone goes", () => {
    const row = (milestone: string) => ({ title: "期", amountFen: "1", dueOn: "", milestone });
    const form: TermsForm = {
      values: {},
      rows: {
        milestones: [{ title: "一" }, { title: "二" }, { title: "三" }],
        "price.instalments": [row("0"), row("1"), row("2")],
      },
    };
    const left = removeRow(form, "milestones", 1);
    expect(left.rows["price.instalments"]?.map((one) => one.milestone)).toEqual(["0", "", "1"]);
    expect(addRow(left, "milestones").rows.milestones).toHaveLength(3);
    expect(addRow(left, "no-such-table")).toBe(left);
  });
});

describe("visibleTable", () => {
  const paths = (category: string, price: string) =>
    visibleTable(shapeOf(category, price)).flatMap((section) =>
      section.fields.map((entry) => entry.path),
    );
  it("shows what the kind of contract needs", () => {
    expect(paths("31", "ROYALTY")).toEqual(
      expect.arrayContaining(["licence.kind", "object.rights", "price.royalty.rateBp"]),
    );
    expect(paths("31", "ROYALTY")).not.toContain("price.instalments");
    expect(paths("40", "LUMP_SUM")).not.toContain("object.rights");
    expect(paths("21", "LUMP_SUM")).not.toContain("licence.kind");
    expect(paths("nonsense", "")).not.toContain("licence.kind");
  });

  it("names every table column once", () => {
    for (const entry of TERM_TABLE.flatMap((section) => section.fields).filter(isRows)) {
      const names = entry.columns.map((column) => column.path);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe("diffTerms", () => {
  it("says field by field what changed, and which rows came and went", () => {
    const before = development();
    const after = development({
      liability: "每日万分之五",
      milestones: [
        { title: "小试", dueOn: "2027-05-31" },
        { title: "中试验收", dueOn: "2027-09-30" },
      ],
      price: { ...before.price, totalFen: "70000000", nonTechnical: [] },
    } as Partial<Input>);
    const changes = diffTerms(before, after);
    expect(changes).toContainEqual({
      kind: "FIELD",
      section: "price",
      path: "price.totalFen",
      row: null,
      before: "60000000",
      after: "70000000",
    });
    expect(changes).toContainEqual({
      kind: "FIELD",
      section: "milestones",
      path: "dueOn",
      row: { path: "milestones", index: 1 },
      before: "2027-10-31",
      after: "2027-09-30",
    });
    expect(changes.map((one) => `${one.kind} ${one.path}`)).toEqual(
      expect.arrayContaining(["ROW_ADDED milestones", "ROW_REMOVED price.nonTechnical"]),
    );
    expect(diffTerms(before, before)).toEqual([]);
    expect(valueAt(after, "liability")).toBe("每日万分之五");
  });
});
