import { describe, expect, it } from "vitest";
import { SUB_KINDS, type SubKind } from "~/domain/shared/tech-contract";
import { measureCompleteness } from "./completeness-rules";
import type { DossierFacts } from "./dossier-facts-schema";
import { CONTEXT, completeDossier, dossierWith } from "./example-dossiers";
import {
  CHECK_IDS,
  type CheckId,
  REFUSAL_CODES,
  type RefusalCode,
} from "./recognition-checks/check-ids-rules";
import { checkRecognition, RECOGNITION_CHECKS } from "./recognition-rules";

const check = (facts: DossierFacts) => checkRecognition(facts, CONTEXT);
const answerOf = (facts: DossierFacts, id: CheckId) =>
  check(facts).results.find((one) => one.id === id)?.answer;

const CATEGORIES = ["11", "21", "31", "40", "51"] as const;
const base = completeDossier("21");

/** Every check with a contract to which it applies and the fact that fails it. */
const FAILURES: [CheckId, SubKind, Partial<DossierFacts>][] = [
  ["C01", "51", { isTextComplete: false }],
  ["C02", "51", { seller: { ...base.seller, sealName: "丙大学" } }],
  ["C03", "51", { buyer: { ...base.buyer, signatory: "AGENT" } }],
  ["C04", "51", { signedOn: "2026-11-23" }],
  ["C05", "51", { seller: { ...base.seller, isInternalDepartment: true } }],
  ["C06", "11", { targets: null }],
  ["C07", "51", { hasPlan: false }],
  ["C08", "51", { hasConfidentiality: null }],
  ["C09", "11", { hasOwnership: null }],
  ["C10", "51", { hasAcceptance: false }],
  ["C11", "51", { amounts: { ...base.amounts, instalmentsFen: [1n] } }],
  ["C12", "31", { paymentMethod: "ROYALTY", royalty: null }],
  ["C13", "21", { patents: [] }],
  ["C14", "21", { patents: base.patents.map((one) => ({ ...one, isValid: false })) }],
  ["C15", "31", { licence: { kind: null, territory: "中国", endsOn: "2030-01-01" } }],
  ["C16", "23", { isKnowhowPublic: true }],
  ["C17", "21", { hasCoOwners: true }],
  ["C18", "21", { hasPriorityWaiver: null }],
  ["C19", "12", { hasApplicationRightClause: null }],
  ["C20", "31", { findings: { C20: "NOT_MET" } }],
  ["C21", "51", { needsApproval: true }],
  ["C22", "21", { buyer: { ...base.buyer, isForeign: true } }],
  ["C23", "11", { isExcludedWork: true }],
  ["C24", "23", { isExcludedWork: true }],
  ["C25", "40", { isExcludedWork: true }],
  ["C26", "51", { isExcludedWork: true }],
  ["C27", "53", { isExcludedWork: true }],
  ["C28", "52", { isExcludedWork: true }],
  ["C29", "11", { isBasicResearch: true }],
  ["C30", "51", { isMixed: true }],
  ["C31", "51", { hasCondition: true, isConditionFulfilled: false }],
  ["C32", "24", { hasRightCertificates: null }],
  ["C33", "51", { isAlreadyRegistered: true }],
  ["C34", "51", { office: { regionCode: "370700", level: "CITY", isNamed: null } }],
  ["C35", "51", { isRelated: null }],
  ["C36", "51", { wantsTaxRelief: true }],
  ["C37", "51", { hasStateSecret: null }],
  ["C38", "51", { isForeignLanguage: true }],
  ["C39", "51", { amounts: { ...base.amounts, nonTechnical: [] } }],
  ["C40", "51", { findings: { C40: "NOT_MET" } }],
  ["C41", "51", { statedFamily: "1" }],
];

/** Facts under which a check that does not apply to the complete dossier is met. */
const SATISFIED: Partial<Record<CheckId, Partial<DossierFacts>>> = {
  C05: { seller: { ...base.seller, isInternalDepartment: true, hasUnitAuthorisation: true } },
  C12: {
    paymentMethod: "ROYALTY",
    royalty: { base: "净销售额", rate: "3%", period: "5 年", hasInspection: true },
  },
  C22: {
    buyer: { ...base.buyer, isForeign: true },
    export: { list: "FREE", hasPaper: true },
  },
  C30: { isMixed: true, isTechnicalPartPriced: true },
  C31: { hasCondition: true, isConditionFulfilled: true },
  C36: { wantsTaxRelief: true },
  C38: { isForeignLanguage: true, hasChineseCopy: true },
};

describe("each check", () => {
  it("has one rule and one failing case here", () => {
    expect(RECOGNITION_CHECKS.map((one) => one.id)).toEqual([...CHECK_IDS]);
    expect(FAILURES.map(([id]) => id)).toEqual([...CHECK_IDS]);
  });

  it.each(FAILURES)(
    "%s is met by a complete %s and not met without its fact",
    (id, category, change) => {
      const kind = id === "C36" ? "21" : category;
      expect(answerOf({ ...completeDossier(kind), ...SATISFIED[id] }, id)).toBe("MET");
      expect(answerOf(dossierWith(category, change), id)).toBe("NOT_MET");
    },
  );

  it("leaves to a person what no rule settles", () => {
    const open = check(dossierWith("21", {})).results;
    const waiting = open.filter((one) => one.answer === "PERSON_DECIDES").map((one) => one.id);
    expect(waiting).toEqual(["C06", "C20", "C21", "C24"]);
    expect(check(dossierWith("21", {})).outcome).toBe("PERSON_DECIDES");
  });

  it("is not supplied with a paper by a finding", () => {
    const facts = { ...completeDossier("21"), hasRightCertificates: null };
    expect(answerOf(facts, "C32")).toBe("NOT_MET");
  });

  it("is a person's where the facts are there but not proved", () => {
    const person = (change: Partial<DossierFacts>, id: CheckId) =>
      check(dossierWith("21", change)).results.find((one) => one.id === id);
    const amounts = (change: Partial<DossierFacts["amounts"]>) => ({
      amounts: { ...base.amounts, ...change },
    });
    expect(person({ isInForce: null }, "C04")?.reason).toBe("force_unproved");
    expect(person({ monopolyClauses: ["NO_CHALLENGE"] }, "C20")?.reason).toBe("clause_found");
    expect(person({ isAlreadyRegistered: null }, "C33")?.reason).toBe("not_looked_up");
    expect(person({ office: null }, "C34")?.reason).toBe("office_unknown");
    expect(person({ isRelatedByData: true }, "C35")?.reason).toBe("related_by_data");
    expect(person(amounts({ carrierSets: 3 }), "C40")?.reason).toBe("too_many_carriers");
    expect(person(amounts({ technicalFen: 100_000_000n, nonTechnical: [] }), "C39")?.reason).toBe(
      "hardware_unpriced",
    );
    const low = amounts({
      technicalFen: 20_000_000n,
      nonTechnical: [{ kind: "EQUIPMENT", amountFen: 80_000_000n }],
    });
    expect(person(low, "C39")?.reason).toBe("share_low");
    const open = amounts({ totalFen: null, technicalFen: null, isPriceClear: true });
    expect(person(open, "C11")?.reason).toBe("price_open");
  });

  it("says more exactly what is wrong where it knows", () => {
    const reason = (change: Partial<DossierFacts>, id: CheckId, category: SubKind = "21") =>
      check(dossierWith(category, change)).results.find((one) => one.id === id)?.reason;
    const patents = (change: Partial<DossierFacts["patents"][number]>) => ({
      patents: base.patents.map((one) => ({ ...one, ...change })),
    });
    const licence = { kind: "SOLE" as const, territory: "中国", endsOn: "2041-01-01" };
    const abroad = { ...base.buyer, isForeign: true };
    expect(reason({ seller: { ...base.seller, name: null } }, "C02")).toBe("name_missing");
    expect(reason({ seller: { ...base.seller, isIdentityVerified: null } }, "C02")).toBe(
      "identity_unverified",
    );
    expect(reason({ signedOn: null }, "C04")).toBe("date_missing");
    expect(reason(patents({ number: "2020100123455" }), "C14")).toBe("number_wrong");
    expect(reason(patents({ areFeesPaid: false }), "C14")).toBe("right_not_valid");
    expect(reason(patents({ isValid: null }), "C14")).toBe("status_unproved");
    expect(reason({ licence }, "C14", "31")).toBe("term_too_short");
    expect(reason({ buyer: abroad, export: { list: "PROHIBITED", hasPaper: true } }, "C22")).toBe(
      "export_prohibited",
    );
    expect(
      reason({ office: { regionCode: "330000", level: "PROVINCE", isNamed: null } }, "C34"),
    ).toBe("office_elsewhere");
  });

  it("sends small contracts to the city, large ones to the province, and asks the table of delegations in Jinan", () => {
    const at = (
      totalFen: bigint | null,
      level: "CITY" | "PROVINCE",
      region = "370800",
      isNamed: boolean | null = null,
    ) =>
      check(
        dossierWith("51", {
          seller: { ...base.seller, regionCode: region },
          office: { regionCode: level === "CITY" ? region : "370000", level, isNamed },
          amounts: { ...base.amounts, totalFen },
        }),
      ).results.find((one) => one.id === "C34");
    expect(at(999_999_999n, "CITY")?.answer).toBe("MET");
    expect(at(1_000_000_000n, "CITY")?.reason).toBe("office_level");
    expect(at(1_000_000_000n, "PROVINCE")?.answer).toBe("MET");
    expect(at(999_999_999n, "PROVINCE")?.reason).toBe("office_level");
    // The notice settles these by itself.
    expect(at(1_000_000_000n, "CITY", "370800", true)?.reason).toBe("office_level");
    // It leaves out Jinan: there a delegation in force decides, and without one a person.
    expect(at(1n, "CITY", "370102")).toMatchObject({
      answer: "PERSON_DECIDES",
      reason: "competence_unclear",
    });
    expect(at(1n, "CITY", "370102", true)?.answer).toBe("MET");
    expect(at(null, "CITY", "370102", true)?.answer).toBe("MET");
    expect(at(1n, "PROVINCE", "370102", false)).toMatchObject({
      answer: "NOT_MET",
      reason: "office_not_named",
    });
  });
});

describe("a dossier", () => {
  it.each(SUB_KINDS)("of %s is accepted when complete", (category) => {
    const report = check(completeDossier(category));
    expect(report.results.filter((one) => one.answer !== "MET")).toEqual([]);
    expect(report).toMatchObject({ outcome: "ACCEPTED", refusals: [] });
    expect(measureCompleteness(completeDossier(category), report.results)).toEqual({
      percent: 100,
      missing: [],
    });
  });

  const refused: [RefusalCode, Partial<DossierFacts>][] = [
    ["R1", { isInForce: false }],
    ["R2", { isExcludedWork: true }],
    ["R3", { object: null }],
    ["R4", { needsApproval: true, hasApproval: false }],
    ["R5", {}],
    ["R6", { findings: { C20: "NOT_MET" } }],
    ["R7", { isTextUploaded: false }],
    ["R8", { buyer: { ...base.buyer, sealName: null } }],
    ["R9", { hasStateSecret: true }],
  ];

  it.each(
    CATEGORIES.flatMap((category) =>
      refused.map(([code, change]) => [category, code, change] as const),
    ),
  )("of %s is refused for %s alone", (category, code, change) => {
    const other = category.startsWith("1") ? "2" : "1";
    const wrongName = code === "R5" ? { statedFamily: other as "1" | "2" } : {};
    const report = check({ ...completeDossier(category), ...change, ...wrongName });
    expect(report).toMatchObject({ outcome: "REFUSED", refusals: [code] });
  });

  it("that is registered already is not accepted at all", () => {
    expect(check(dossierWith("51", { isAlreadyRegistered: true })).outcome).toBe("NOT_ACCEPTED");
  });

  it("knows all codes", () => {
    expect(refused.map(([code]) => code)).toEqual([...REFUSAL_CODES]);
  });
});
