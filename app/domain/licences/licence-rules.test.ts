import { describe, expect, it } from "vitest";
import { findPraise } from "./advertising-rules";
import { endOfLicence, findBars, findGaps, type LicenceFacts } from "./licence-check-rules";
import { licenceNumber } from "./licence-number-rules";
import { licenceFormSchema } from "./licence-schema";
import { licenceText, textParts } from "./licence-text-rules";

const TODAY = "2026-11-22";
const patent = {
  number: "202310000001.5",
  title: "一种装置",
  holder: "测试大学",
  feesPaidUntil: "2027-11-01",
  expiresOn: "2043-01-02",
};
const utilityModel = { ...patent, number: "202320000001.0" };
const facts = (values: Partial<LicenceFacts> = {}): LicenceFacts => ({
  kind: "OPEN_PATENT",
  title: "装置许可",
  summary: "额定功率下最大流量提高。",
  declarationNumber: "2026-0001",
  feeFen: 100n,
  termMonths: 24,
  territory: "境内",
  fieldOfUse: "制造",
  patents: [patent],
  checks: {
    exclusive: "NONE",
    suspension: "NONE",
    fees: "PAID",
    pledge: "NONE",
    coOwners: "NONE",
    licensor: "DOMESTIC",
    evaluationReports: "",
    note: "",
  },
  ...values,
});
const withAnswers = (
  answers: Partial<LicenceFacts["checks"]>,
  values: Partial<LicenceFacts> = {},
) => facts({ ...values, checks: { ...facts().checks, ...answers } });
const codes = (found: { code: string; field: string }[]) =>
  found.map((one) => `${one.field}: ${one.code}`);

describe("what an offer needs", () => {
  it("finds nothing wrong with a whole one", () => {
    expect(findGaps(facts())).toEqual([]);
    expect(findBars(facts(), TODAY)).toEqual([]);
    expect(findGaps(facts({ kind: "EXPRESS", patents: [], declarationNumber: "" }))).toEqual([]);
  });

  it("names each gap at its field", () => {
    const empty = facts({
      title: "",
      feeFen: null,
      territory: "",
      declarationNumber: "",
      patents: [],
    });
    expect(codes(findGaps(empty))).toEqual([
      "title: required",
      "fee: required",
      "territory: required",
      "declarationNumber: required",
      "patents[0].number: required",
    ]);
    expect(codes(findGaps(facts({ kind: "EXPRESS", patents: [], termMonths: null })))).toEqual([
      "termMonths: required",
    ]);
  });

  it("checks the digit of every patent number and says which it should be", () => {
    const [fault] = findGaps(facts({ patents: [patent, { ...patent, number: "202310000001.6" }] }));
    expect(fault).toMatchObject({
      code: "patent_check_digit",
      field: "patents[1].number",
      params: { expected: "5" },
    });
    expect(codes(findGaps(facts({ patents: [{ ...patent, number: "CN115000000A" }] })))).toEqual([
      "patents[0].number: patent_publication_number",
    ]);
  });

  it("takes no advertising words, and leaves technical ones alone", () => {
    expect(findPraise("国际领先的装置")).toBe("国际领先");
    expect(findPraise("限 时 优惠")).toBe("优惠");
    expect(findPraise("最大功率 20 kW，最小粒径 3 µm，第一级过滤")).toBeNull();
    expect(codes(findGaps(facts({ summary: "国内首创" })))).toEqual([
      "summary: licence_advertising",
    ]);
  });
});

describe("what bars a licence", () => {
  it.each([
    ["exclusive", "RUNNING", "licence_bar_exclusive"],
    ["suspension", "RUNNING", "licence_bar_suspended"],
    ["pledge", "NO_CONSENT", "licence_bar_pledge"],
    ["coOwners", "NO_CONSENT", "licence_bar_co_owners"],
    ["fees", "UNPAID", "licence_bar_fees"],
  ])("%s = %s", (question, answer, code) => {
    expect(codes(findBars(withAnswers({ [question]: answer }), TODAY))).toEqual([
      `${question}: ${code}`,
    ]);
  });

  it("asks for every answer, and for the fees only where there are patents", () => {
    const none = {
      exclusive: null,
      suspension: null,
      fees: null,
      pledge: null,
      coOwners: null,
      licensor: null,
    };
    expect(findBars(withAnswers(none), TODAY)).toHaveLength(6);
    expect(findBars(withAnswers(none, { patents: [] }), TODAY)).toHaveLength(5);
  });

  it("lets a pledge and co-owners with consent pass", () => {
    expect(findBars(withAnswers({ pledge: "CONSENT", coOwners: "CONSENT" }), TODAY)).toEqual([]);
  });

  it("wants the evaluation report of a utility model under an open licence only", () => {
    const open = facts({ patents: [utilityModel] });
    expect(codes(findBars(open, TODAY))).toEqual(["evaluationReports: licence_bar_evaluation"]);
    expect(findBars(facts({ kind: "EXPRESS", patents: [utilityModel] }), TODAY)).toEqual([]);
    const withReport = withAnswers({ evaluationReports: "R-1" }, { patents: [utilityModel] });
    expect(findBars(withReport, TODAY)).toEqual([]);
  });

  it("does not outlive the patents, nor live on expired or unpaid ones", () => {
    expect(codes(findBars(facts({ termMonths: 240 }), TODAY))).toEqual([
      "termMonths: licence_bar_term",
    ]);
    const old = { ...patent, expiresOn: TODAY, feesPaidUntil: "2026-11-21" };
    expect(codes(findBars(facts({ patents: [old], termMonths: null }), TODAY))).toEqual([
      "patents[0].feesPaidUntil: licence_bar_fees",
      "patents[0].expiresOn: licence_bar_expired",
    ]);
  });

  it("ends with its term or with the last patent, whichever comes first", () => {
    expect(endOfLicence(TODAY, 24, [patent])).toBe("2028-11-22");
    expect(endOfLicence(TODAY, null, [patent])).toBe("2043-01-02");
    expect(endOfLicence(TODAY, 24, [{ ...patent, expiresOn: "2027-01-01" }])).toBe("2027-01-01");
    expect(endOfLicence(TODAY, null, [])).toBeNull();
  });
});

describe("the text", () => {
  const textFacts = {
    kind: "OPEN_PATENT",
    licensor: "测试大学",
    licensorUscc: "12100000400000000X",
    title: "装置许可",
    achievementNumber: 7,
    achievementTitle: "装置",
    declarationNumber: "2026-0001",
    patents: [patent],
    feeFen: 1_200_050n,
    termMonths: 24,
    territory: "境内",
    fieldOfUse: "制造",
  };

  it("says everything that the code of law wants in it, the same every time", () => {
    const text = licenceText(textFacts);
    expect(licenceText(textFacts)).toBe(text);
    for (const part of [
      "普通实施许可",
      "人民币 12000.50 元",
      "24 个月",
      "202310000001.5",
      "声明编号 2026-0001",
      "后续改进",
      "保密义务",
      "侵害他人合法权益",
      "平台保存文本",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("undefined");
  });

  it("speaks of no patents and no fee where there are none", () => {
    const text = licenceText({ ...textFacts, kind: "EXPRESS", patents: [], feeFen: 0n });
    expect(text).toContain("不收取许可使用费");
    expect(text).not.toMatch(/年费|备案|声明编号/);
  });

  it("is taken apart into the clauses that it was made of", () => {
    const { title, parts } = textParts(licenceText(textFacts));
    expect(title).toContain("装置许可（专利开放许可");
    expect(parts).toHaveLength(11);
    expect(parts[0]?.heading).toBe("第一条　许可人与被许可人");
    expect(parts[10]?.heading).toBe("第十一条　确认、备案与争议");
    expect(parts.every((part) => part.lines.length > 0)).toBe(true);
  });

  it("has a number that people can read out", () => {
    const createdAt = new Date("2026-12-31T17:00:00Z");
    expect(licenceNumber({ number: 12, createdAt })).toBe("XK-2027-000012");
  });
});

describe("the form", () => {
  it("reads amounts, months and rows as typed, and drops blank rows", () => {
    const read = licenceFormSchema.parse({
      revision: "3",
      title: " 装置 ",
      fee: "12,000.5",
      termMonths: "24",
      patents: [{ number: "202310000001.5", title: "一种装置" }, { number: "" }],
      exclusive: "NONE",
    });
    expect(read).toMatchObject({ revision: 3, title: "装置", fee: 1_200_050, termMonths: 24 });
    expect(read.patents).toHaveLength(1);
    expect(read.maxLicensees).toBeNull();
  });

  it("refuses what is no number and what is out of range", () => {
    for (const termMonths of ["0", "241", "zwei", "-1"]) {
      expect(licenceFormSchema.safeParse({ revision: "1", termMonths }).success).toBe(false);
    }
    expect(licenceFormSchema.safeParse({ revision: "1", exclusive: "MAYBE" }).success).toBe(false);
  });
});
