import { describe, expect, it } from "vitest";
import { claimsByBroker, relatedReason, splitTurnover } from "./attribution-rules";
import { compareThresholds, filingTotals } from "./filing-rules";
import { maskNumber, missingFields, recheckAt } from "./profile-rules";
import { amountBand, suppressSmall } from "./result-rules";
import { freeShareBp } from "./share-rules";

const at = (day: number) => new Date(Date.UTC(2026, 0, day));

describe("claims and shares", () => {
  it("keeps a broker's best ground and orders by time", () => {
    const claims = claimsByBroker([
      { brokerId: "a", ground: "ROOM", since: at(1) },
      { brokerId: "a", ground: "MANDATE", since: at(5) },
      { brokerId: "b", ground: "INTRODUCTION", since: at(3) },
    ]);
    expect(claims.map((one) => [one.brokerId, one.ground])).toEqual([
      ["b", "INTRODUCTION"],
      ["a", "MANDATE"],
    ]);
  });

  it("shares sum to the whole and amounts to the turnover for any number of brokers", () => {
    for (let count = 1; count <= 12; count += 1) {
      const ids = Array.from({ length: count }, (_, index) => `b${index}`);
      const shares = splitTurnover(ids, 100_000_007n);
      expect(shares.reduce((sum, one) => sum + one.shareBp, 0)).toBe(10_000);
      expect(shares.reduce((sum, one) => sum + one.amountFen, 0n)).toBe(100_000_007n);
    }
    expect(splitTurnover([], 5n)).toEqual([]);
    expect(splitTurnover(["a"], null)).toEqual([{ brokerId: "a", shareBp: 10_000, amountFen: 0n }]);
    expect(freeShareBp([3334, 3333])).toBe(3333);
  });

  it("a deal counts as related by declaration, agency or membership", () => {
    const facts = {
      isDeclared: false,
      agencyId: "agency",
      brokerOrganisationIds: ["agency"],
      partyIds: ["s", "d"],
    };
    expect(relatedReason(facts)).toBeNull();
    expect(relatedReason({ ...facts, isDeclared: true })).toBe("DECLARED");
    expect(relatedReason({ ...facts, agencyId: "s" })).toBe("AGENCY_IS_PARTY");
    expect(relatedReason({ ...facts, brokerOrganisationIds: ["d"] })).toBe("BROKER_IN_PARTY");
  });
});

describe("yearly filing", () => {
  const entry = {
    sequence: 1,
    kind: "TURNOVER" as const,
    reversedKind: null,
    amountFen: 100n,
    isRelated: false,
  };
  const reversal = {
    ...entry,
    kind: "REVERSAL" as const,
    reversedKind: "TURNOVER" as const,
    amountFen: -40n,
  };

  it("counts turnover and receipts, not what is only due; related parties apart", () => {
    const totals = filingTotals([
      entry,
      reversal,
      { ...entry, kind: "FEE_DUE", amountFen: 9n },
      { ...entry, kind: "FEE_PAID", amountFen: 7n },
      { ...entry, isRelated: true, amountFen: 1000n },
      { ...entry, kind: "FEE_PAID", isRelated: true, amountFen: 3n },
    ]);
    expect(totals).toEqual({
      turnoverFen: 60n,
      incomeFen: 7n,
      relatedTurnoverFen: 1000n,
      relatedIncomeFen: 3n,
    });
  });

  it("a limit is reached at itself", () => {
    const limit = { titleZh: "", source: "", limitFen: 60n };
    const totals = filingTotals([entry, reversal]);
    const results = compareThresholds(
      [
        { ...limit, key: "x.turnover_legal" },
        { ...limit, key: "x.income_legal" },
      ],
      totals,
    );
    expect(results.map((one) => one.isMet)).toEqual([true, false]);
  });
});

describe("what the public sees", () => {
  it("hides small cells and what could be found by subtraction", () => {
    const counts = [
      { key: "a", count: 9 },
      { key: "b", count: 4 },
      { key: "c", count: 2 },
    ];
    const { cells, total } = suppressSmall(counts);
    expect(cells).toEqual([
      { key: "a", count: 9 },
      { key: "b", count: null },
      { key: "c", count: null },
    ]);
    expect(total).toBe(15);
    expect(suppressSmall([{ key: "a", count: 2 }])).toEqual({
      cells: [],
      total: null,
    });
    expect(suppressSmall([]).total).toBe(0);
  });

  it("amount bands have their lower end inside", () => {
    expect(amountBand(49_999_999n)).toBe("UNDER_500K");
    expect(amountBand(50_000_000n)).toBe("FROM_500K");
    expect(amountBand(1_000_000_000n)).toBe("FROM_10M");
    expect(amountBand(0n)).toBe("UNKNOWN");
  });

  it("masks the middle of a certificate's number", () => {
    expect(maskNumber("SDJJR20260012")).toBe("SD*********12");
    expect(maskNumber("12345")).toBe("1***5");
    expect(maskNumber("123")).toBe("***");
  });

  it("the certificate's end brings the recheck forward", () => {
    expect(recheckAt(at(20), at(10))).toEqual(at(10));
    expect(recheckAt(at(20), at(30))).toEqual(at(20));
    expect(recheckAt(at(20), null)).toEqual(at(20));
  });

  it("names what a profile lacks", () => {
    const profile = {
      displayName: "某",
      regionCode: null,
      level: "JUNIOR",
      certificateNumber: "1",
      certificateIssuedOn: at(1),
      certificateBase: "",
      certificateFileId: "f",
      intro: "x",
      fieldCodes: [],
      serviceCodes: ["IP"],
      languageCodes: ["zh"],
      conflictStatement: "无",
    };
    expect(missingFields(profile)).toEqual(["regionCode", "certificateBase", "fieldCodes"]);
  });
});
