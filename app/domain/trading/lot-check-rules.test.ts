import { describe, expect, it } from "vitest";
import { checkLotRights, type SoldRight } from "./lot-check-rules";
import { type LotAnswers, lotAnswersSchema } from "./lot-checks-schema";

const clear = lotAnswersSchema.parse({
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
});
const assignment: SoldRight = {
  categoryCode: "21",
  licenceKind: null,
  licenceYears: null,
  today: "2026-11-22",
  rightsExpireOn: ["2040-01-01"],
};
const licence: SoldRight = { ...assignment, categoryCode: "31", licenceKind: "EXCLUSIVE" };

function blocking(answers: Partial<LotAnswers>, sold: SoldRight = assignment): string[] {
  return checkLotRights({ ...clear, ...answers }, sold)
    .filter((one) => one.isBlocking)
    .map((one) => `${one.id}:${one.reason}`);
}

describe("checks of the right holder", () => {
  it("find nothing where nothing is", () => {
    expect(blocking({})).toEqual([]);
    expect(blocking({}, licence)).toEqual([]);
  });

  it("bar a sale without the co-owners, who may be licensed around non-exclusively only", () => {
    expect(blocking({ coOwners: "NO_CONSENT" })).toEqual(["coOwners:NO_CONSENT"]);
    expect(blocking({ coOwners: "NO_CONSENT" }, licence)).toEqual(["coOwners:NO_CONSENT"]);
    const shared = { ...licence, licenceKind: "NON_EXCLUSIVE" as const };
    expect(blocking({ coOwners: "NO_CONSENT" }, shared)).toEqual([]);
  });

  it("bar an exclusive licence beside others", () => {
    expect(blocking({ licences: "NON_EXCLUSIVE" }, licence)).toEqual(["licences:OTHERS_USE"]);
    expect(blocking({ licences: "EXCLUSIVE_OR_SOLE" }, licence)).toEqual(["licences:TAKEN"]);
    expect(blocking({ licences: "EXCLUSIVE_OR_SOLE" })).toEqual([]);
    expect(blocking({ openLicence: "DECLARED" }, licence)).toEqual(["openLicence:EXCLUSIVE"]);
  });

  it("bar a licence that outlives the right", () => {
    expect(blocking({}, { ...licence, licenceYears: 20 })).toEqual(["term:SHORTER"]);
    expect(blocking({}, { ...licence, licenceYears: 5 })).toEqual([]);
  });

  it("bar pledges without consent, state secrets and an open export question", () => {
    expect(blocking({ pledge: "NO_CONSENT" })).toEqual(["pledge:NO_CONSENT"]);
    expect(blocking({ stateSecret: "YES" })).toEqual(["stateSecret:YES"]);
    expect(blocking({ abroad: "OPEN" })).toEqual(["abroad:OPEN"]);
  });
});
