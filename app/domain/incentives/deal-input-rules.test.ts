import { describe, expect, it } from "vitest";
import { sampleTerms } from "~/domain/performance/sample-terms";
import { type DealInputFacts, dealInputs } from "./deal-input-rules";
import { checkIncentiveFields } from "./incentives-schema";

const FACTS: DealInputFacts = {
  content: sampleTerms(),
  termsSource: { code: "contract", number: "7" },
  sellerKind: "GOVERNMENT_UNIVERSITY",
  sellerName: "某大学",
  sellerRegion: "370102",
  registration: null,
  areRelated: null,
  firstPaidOn: null,
  confirmedFen: 0n,
  reward: null,
};

const fieldsOf = (facts: DealInputFacts) =>
  Object.fromEntries(dealInputs(facts).map((one) => [one.field, one.value]));

describe("the calculator filled from a deal", () => {
  it("takes what the contract says and leaves out what nobody said", () => {
    const fields = fieldsOf(FACTS);
    expect(fields).toMatchObject({
      ...{ kind: "k11", total: "600000", nonTechnical: "100000", technical: "500000" },
      ...{ sellerKind: "GOVERNMENT_UNIVERSITY", inShandong: "on", inLixia: "on" },
    });
    for (const name of ["isRegistered", "rewardCase", "relatedShare", "cost", "licence"]) {
      expect(fields).not.toHaveProperty(name);
    }
    const checked = checkIncentiveFields(new URLSearchParams(fields));
    expect(checked.errors).toEqual({});
    expect(checked.form?.technical).toBe(50_000_000n);
  });

  it("takes registered amounts first, and names the source of each value", () => {
    const registration = { number: "2026370100000001", totalFen: 100n, technicalFen: 90n };
    const inputs = dealInputs({ ...FACTS, registration });
    const source = { code: "registration", number: "2026370100000001" };
    expect(inputs).toContainEqual({ field: "technical", value: "0.90", source });
    expect(inputs).toContainEqual({ field: "isRegistered", value: "on", source });
    expect(inputs.some((one) => one.field === "nonTechnical")).toBe(false);
  });

  it("knows a licence, its years and the reward that was shared out", () => {
    const content = sampleTerms({
      categoryCode: "31",
      licence: { kind: "EXCLUSIVE", territory: "全球", endsOn: "2031-11-30" },
      term: { fromOn: "2026-12-01", toOn: null, place: "" },
      object: { description: "x", rights: [{ kind: "PATENT", owner: "某大学" }] },
    });
    const reward = {
      ...{ number: "3", netIncomeFen: 5_000_000n, officeBonusFen: 0n },
      ...{ isPublicised: true, paidOn: null },
    };
    const fields = fieldsOf({ ...FACTS, content, reward, areRelated: false });
    expect(fields).toMatchObject({
      ...{ licence: "EXCLUSIVE", licenceYears: "5", isWorldwide: "on", ownsRight: "on" },
      ...{ rewardCase: "TRANSFER", rewardBase: "50000", isPublicised: "on", relatedShare: "0" },
    });
  });
});
