import { describe, expect, it } from "vitest";
import { prefillRightHolder } from "./right-holder-prefill-rules";
import { checkRightHolder, type DealFacts } from "./right-holder-rules";
import type { RightHolderAnswers } from "./right-holder-schema";

const CLEAN: RightHolderAnswers = {
  coOwners: "NONE",
  licences: "NONE",
  pledge: "NONE",
  annuities: "PAID",
  dispute: "NONE",
  openLicence: "NONE",
  ownPractice: "STOPS",
  completers: "WAIVED",
  abroad: "NO",
  stateSecret: "NO",
  note: "",
};
const RIGHTS = [{ title: "涂覆方法", expiresOn: "2035-01-01" }];
const ASSIGNMENT: DealFacts = {
  categoryCode: "21",
  licenceKind: null,
  licenceEndsOn: null,
  rights: RIGHTS,
};
const EXCLUSIVE: DealFacts = {
  categoryCode: "31",
  licenceKind: "EXCLUSIVE",
  licenceEndsOn: "2034-12-31",
  rights: RIGHTS,
};
const PLAIN: DealFacts = { ...EXCLUSIVE, licenceKind: "NON_EXCLUSIVE" };

function resultOf(id: string, answers: Partial<RightHolderAnswers>, deal: DealFacts) {
  const found = checkRightHolder({ ...CLEAN, ...answers }, deal).find((one) => one.id === id);
  return [found?.answer, found?.reason, found?.isBlocking];
}

describe("checkRightHolder", () => {
  it("has nothing against a clean right", () => {
    for (const deal of [ASSIGNMENT, EXCLUSIVE, PLAIN]) {
      expect(checkRightHolder(CLEAN, deal).every((one) => one.answer === "MET")).toBe(true);
    }
  });

  it.each([
    ["coOwners", { coOwners: "NO_CONSENT" }, ASSIGNMENT, ["NOT_MET", "NO_CONSENT", true]],
    ["coOwners", { coOwners: "NO_CONSENT" }, EXCLUSIVE, ["NOT_MET", "NO_CONSENT", true]],
    ["coOwners", { coOwners: "NO_CONSENT" }, PLAIN, ["PERSON_DECIDES", "SHARE_FEES", false]],
    ["licences", { licences: "EXCLUSIVE_OR_SOLE" }, PLAIN, ["NOT_MET", "TAKEN", true]],
    ["licences", { licences: "NON_EXCLUSIVE" }, EXCLUSIVE, ["NOT_MET", "OTHERS_USE", false]],
    ["licences", { licences: "NON_EXCLUSIVE" }, ASSIGNMENT, ["PERSON_DECIDES", "SURVIVES", false]],
    ["pledge", { pledge: "NO_CONSENT" }, ASSIGNMENT, ["NOT_MET", "NO_CONSENT", true]],
    ["annuities", { annuities: "UNPAID" }, ASSIGNMENT, ["NOT_MET", "UNPAID", false]],
    ["openLicence", { openLicence: "DECLARED" }, EXCLUSIVE, ["NOT_MET", "EXCLUSIVE", true]],
    ["openLicence", { openLicence: "DECLARED" }, PLAIN, ["MET", "BESIDE", false]],
    ["ownPractice", { ownPractice: "OPEN" }, ASSIGNMENT, ["PERSON_DECIDES", "OPEN", false]],
    ["completers", { completers: "OPEN" }, ASSIGNMENT, ["PERSON_DECIDES", "OPEN", false]],
    ["completers", { completers: "OPEN" }, PLAIN, ["MET", "NOT_APPLICABLE", false]],
    ["abroad", { abroad: "OPEN" }, PLAIN, ["NOT_MET", "OPEN", true]],
    ["stateSecret", { stateSecret: "YES" }, PLAIN, ["NOT_MET", "YES", true]],
    ["dispute", { dispute: "RUNNING" }, PLAIN, ["PERSON_DECIDES", "RUNNING", false]],
    ["term", {}, { ...PLAIN, licenceEndsOn: "2035-01-01" }, ["MET", "LONGER", false]],
    ["term", {}, { ...PLAIN, licenceEndsOn: "2035-01-02" }, ["NOT_MET", "SHORTER", true]],
    ["term", {}, { ...PLAIN, licenceEndsOn: null }, ["PERSON_DECIDES", "NO_END", false]],
    [
      "term",
      {},
      { ...PLAIN, rights: [{ title: "未知", expiresOn: null }] },
      ["PERSON_DECIDES", "UNKNOWN", false],
    ],
  ] as const)("judges %s (case %#)", (id, answers, deal, expected) => {
    expect(resultOf(id, answers, deal)).toEqual(expected);
  });

  it("presets what the listing knows and leaves the rest to the holder", () => {
    expect(
      prefillRightHolder({
        coOwners: [{ hasConsent: true }, { hasConsent: false }],
        rights: [{ kind: "PATENT_INVENTION", status: "GRANTED" }],
      }),
    ).toEqual({ coOwners: "NO_CONSENT" });
    expect(prefillRightHolder({ coOwners: [], rights: [] })).toEqual({
      coOwners: "NONE",
      annuities: "NOT_APPLICABLE",
      openLicence: "NONE",
    });
  });
});
