import { describe, expect, it } from "vitest";
import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { findConflicts } from "./conflict-rules";
import { draftClauses } from "./templates/contract-template";
import { exampleFacts, exampleTerms } from "./templates/example-terms";

/** Conflicts after replacing a text in the draft of these terms. */
function conflictsAfter(terms: TermSheetContent, key: string, from: string | RegExp, to: string) {
  const facts = exampleFacts(terms);
  let isDone = false;
  const clauses = draftClauses(facts).map((clause) => {
    if (clause.key !== key) return clause;
    const body = clause.body.replace(from, to);
    isDone = body !== clause.body;
    return { ...clause, body, isEdited: true };
  });
  if (!isDone) throw new Error(`${key} does not contain ${from}`);
  return findConflicts(clauses, { ...facts, before: null }).map((one) => {
    return `${one.clauseKey} ${one.kind} ${one.label}: ${one.stated ?? "—"}`;
  });
}

const development = exampleTerms("11");
const licence = exampleTerms("31", {
  price: { kind: "ROYALTY", royalty: { base: "NET_SALES", rateBp: 350 } } as never,
});

describe("findConflicts", () => {
  it("sees a changed total in figures, and that words and figures differ", () => {
    const found = conflictsAfter(development, "price", "600,000.00元", "650,000.00元");
    expect(found).toEqual([
      "price AMOUNT 合同总额: 650,000.00元",
      "price WORDS_AND_FIGURES 大写金额: 陆拾万元整",
    ]);
  });

  it("sees a changed total in words only", () => {
    const found = conflictsAfter(development, "price", "陆拾万元整", "陆拾伍万元整");
    expect(found).toEqual(["price WORDS_AND_FIGURES 大写金额: 陆拾伍万元整"]);
  });

  it("sees a changed technical amount, instalment and total spelled in 万元", () => {
    expect(
      conflictsAfter(
        development,
        "price",
        /其中，技术交易额为[^。]+。/,
        "其中，技术交易额为55万元。",
      ),
    ).toEqual(["price AMOUNT 技术交易额: 55万元"]);
    const instalment = conflictsAfter(development, "price", /首付款人民币[^）]+）/, "首付款30万元");
    expect(instalment).toEqual(["price AMOUNT 价款中的金额: 30万元", "price MISSING 第1期付款: —"]);
    expect(conflictsAfter(development, "liability", /^/, "合同总额为70万元。\n")).toEqual([
      "liability AMOUNT 合同总额: 70万元",
    ]);
  });

  it("accepts the same amount in another spelling", () => {
    expect(
      conflictsAfter(development, "price", /总额为人民币[^（]+（大写[^）]+）/, "总额为60万元"),
    ).toEqual([]);
    expect(conflictsAfter(development, "price", "600,000.00元", "６００，０００元")).toEqual([]);
  });

  it("sees a total that is gone", () => {
    expect(
      conflictsAfter(
        development,
        "price",
        /本合同的研究开发经费和报酬总额为[^。]+。/,
        "总额另议。",
      ),
    ).toEqual(["price MISSING 合同总额: —"]);
  });

  it("sees changed dates of the term, the milestones and the payments", () => {
    expect(conflictsAfter(development, "plan", "至2031年11月30日止", "至2032年5月31日止")).toEqual([
      "plan DATE 履行期限届满日: 2032年5月31日",
    ]);
    expect(conflictsAfter(development, "plan", "2027年10月31日前完成", "2028-01-31前完成")).toEqual(
      ["plan DATE 约定的日期: 2028-01-31"],
    );
    expect(
      conflictsAfter(development, "price", "2026年12月31日", "二〇二七年三月三十一日"),
    ).toEqual(["price DATE 约定的日期: 二〇二七年三月三十一日"]);
  });

  it("lets a text fill in a date that the terms leave open", () => {
    const open = exampleTerms("11", { term: { fromOn: null, toOn: null, place: "济南市" } });
    expect(conflictsAfter(open, "plan", /至【待填写：[^】]+】止/, "至2028年1月1日止")).toEqual([]);
  });

  it("sees a changed royalty rate, in figures and in words, and no other percentage", () => {
    expect(conflictsAfter(licence, "royalty", "3.5%", "5%")).toEqual([
      "royalty PERCENT 提成率: 5%",
    ]);
    expect(conflictsAfter(licence, "royalty", "3.5%", "百分之三点五")).toEqual([]);
    expect(conflictsAfter(licence, "royalty", "3.5%", "百分之四")).toEqual([
      "royalty PERCENT 提成率: 百分之四",
    ]);
    expect(conflictsAfter(licence, "royalty", "百分之五", "百分之十")).toEqual([]);
    expect(conflictsAfter(licence, "broker", "3%", "6%")).toEqual([
      "broker PERCENT 中介服务报酬比例: 6%",
    ]);
  });

  it("sees another party, a swapped party and a wrong code", () => {
    expect(
      conflictsAfter(development, "parties", "济南纳储新能源材料有限公司", "济南纳储科技有限公司"),
    ).toEqual(["parties PARTY 甲方名称: 济南纳储科技有限公司"]);
    expect(
      conflictsAfter(development, "parties", "12370000495570303U", "12370000495570304U"),
    ).toEqual(["parties PARTY 统一社会信用代码: 12370000495570304U"]);
    expect(conflictsAfter(development, "parties", /乙方（研究开发人）：泉城大学\n/, "")).toEqual([
      "parties MISSING 乙方名称: —",
    ]);
  });

  it("sees another category, but not a mention of one", () => {
    expect(
      conflictsAfter(development, "category", /技术开发合同中的委托开发合同/, "技术服务合同"),
    ).toEqual(["category CATEGORY 合同性质: 技术服务合同"]);
    expect(conflictsAfter(development, "category", /$/, "\n本合同不属于技术服务合同。")).toEqual(
      [],
    );
  });

  it("sees another licence kind, and the ordinary one where none is agreed", () => {
    expect(conflictsAfter(licence, "licence-grant", "排他许可", "独占实施许可")).toEqual([
      "licence-grant LICENCE 许可方式: 独占实施许可",
    ]);
    const silent = exampleTerms("31", { licence: null });
    expect(conflictsAfter(silent, "licence-grant", "普通许可", "排他许可")).toEqual([
      "licence-grant LICENCE 许可方式: 排他许可",
    ]);
    expect(conflictsAfter(licence, "sublicence", /$/, "\n再许可不构成独占许可。")).toEqual([]);
  });

  it("sees results and improvements given to another side, but not background technology", () => {
    expect(conflictsAfter(development, "results", "归双方共有", "归甲方所有")).toContain(
      "results OWNERSHIP 成果归属: 归甲方所有",
    );
    expect(
      conflictsAfter(development, "results", /$/, "\n乙方的背景技术及其知识产权归乙方所有。"),
    ).toEqual([]);
  });

  it("sees a clause that was taken out with what it stated", () => {
    const facts = exampleFacts(development);
    const clauses = draftClauses(facts).filter(
      (one) => one.key !== "price" && one.key !== "parties",
    );
    const found = findConflicts(clauses, { ...facts, before: null });
    expect(found.map((one) => one.label)).toEqual([
      "合同当事人",
      "合同总额",
      "技术交易额",
      "第1期付款",
      "第2期付款",
    ]);
    expect(found.every((one) => one.clauseKey === null)).toBe(true);
  });

  it("lets the text quote whatever the sides wrote in the terms", () => {
    const quoted = exampleTerms("11", {
      results: {
        ownership: "JOINT",
        applicationRight: "其中配方的专利申请权归甲方所有",
        sharing: "各半",
      },
    });
    const facts = exampleFacts(quoted);
    expect(findConflicts(draftClauses(facts), { ...facts, before: null })).toEqual([]);
  });
});
