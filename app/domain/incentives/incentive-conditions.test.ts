import { describe, expect, it } from "vitest";
import { enterpriseIncomeTax } from "./enterprise-income-tax-rules";
import { individualIncomeTax } from "./individual-income-tax-rules";
import { lixiaSubsidy } from "./lixia-subsidy-rules";
import { rewardFloor } from "./reward-floor-rules";
import { incentiveCase, shippedPolicies } from "./sample-cases";
import { superDeduction } from "./super-deduction-rules";
import { vatRelief } from "./vat-relief-rules";

type Changes = Record<string, string>;
const eit = (changes: Changes) => enterpriseIncomeTax(shippedPolicies, incentiveCase(changes));
const vat = (changes: Changes) => vatRelief(shippedPolicies, incentiveCase(changes));
const floor = (changes: Changes) => rewardFloor(shippedPolicies, incentiveCase(changes));

describe("enterprise income tax", () => {
  it.each([
    ["one fen above the cap", { total: "5000000.08" }, 1n],
    ["the cap used up before", { total: "100", otherIncome: "5000000" }, 1_250n],
    ["a loss", { total: "100", cost: "200" }, 0n],
  ])("%s", (_, changes, due) => {
    expect(eit(changes)).toMatchObject({ outcome: "granted", amountFen: due });
  });

  it.each([
    ["k21", "granted"],
    ["k22", "refused"],
    ["k23", "refused"],
    ["k24", "granted"],
    ["k11", "refused"],
    ["k51", "refused"],
  ])("knows whether the right of %s is listed", (kind, outcome) => {
    expect(eit({ kind }).outcome).toBe(outcome);
  });

  it.each([
    [{ licence: "NON_EXCLUSIVE", licenceYears: "5", ownsRight: "on" }, "granted"],
    [{ licence: "NON_EXCLUSIVE", licenceYears: "5" }, "refused"],
    [{ licence: "SOLE", licenceYears: "4.99", ownsRight: "on" }, "refused"],
    [{ licence: "EXCLUSIVE", licenceYears: "5", isWorldwide: "on" }, "granted"],
    [{ licence: "EXCLUSIVE", licenceYears: "5" }, "open"],
    [{ licence: "EXCLUSIVE", isWorldwide: "on" }, "open"],
  ])("weighs the licence %o", (changes: Changes, outcome) => {
    expect(eit({ kind: "k31", ...changes }).outcome).toBe(outcome);
  });

  it.each([
    [{ relatedShare: "99.99" }, "granted"],
    [{ relatedShare: "" }, "open"],
    [{ isRegistered: "" }, "refused"],
    [{ hasSeparateBooks: "" }, "refused"],
    [{ sellerKind: "INDIVIDUAL" }, "none"],
  ])("weighs %o", (changes: Changes, outcome) => {
    expect(eit(changes).outcome).toBe(outcome);
  });

  it("taxes a high-tech firm at its own rate only without the relief", () => {
    const big = { total: "8000000", cost: "1100000", isHighTech: "on" };
    expect(eit(big).amountFen).toBe(237_500_00n);
    expect(eit({ ...big, relatedShare: "100" }).amountFen).toBe(1_035_000_00n);
  });

  it("takes period expenses off other than exclusive licences", () => {
    const licence = { kind: "k31", licenceYears: "5", total: "8000000", periodExpenses: "1000000" };
    const shared = eit({ ...licence, licence: "NON_EXCLUSIVE", ownsRight: "on" });
    const exclusive = eit({ ...licence, licence: "EXCLUSIVE", isWorldwide: "on" });
    expect([shared.amountFen, exclusive.amountFen]).toEqual([250_000_00n, 375_000_00n]);
  });
});

describe("VAT", () => {
  it.each([
    [{ kind: "k40" }, 60_000_00n],
    [{ kind: "k51", taxpayer: "SMALL" }, 30_000_00n],
    [{ kind: "k40", sellerKind: "INDIVIDUAL" }, 30_000_00n],
    [{ kind: "k40", isRelated: "on" }, 0n],
    [{ kind: "k52", isRelated: "on" }, 60_000_00n],
    [{ kind: "k11", isRegistered: "" }, 60_000_00n],
    [{ kind: "k23" }, 0n],
    [{ kind: "k40", nonTechnical: "500000" }, 30_000_00n],
  ])("of %o", (changes: Changes, due) => {
    expect(vat(changes).amountFen).toBe(due);
  });

  it("shows the reduced rate of small-scale taxpayers beside the law's", () => {
    const small = vat({ kind: "k40", taxpayer: "SMALL" });
    expect(small.steps.at(-1)).toMatchObject({
      code: "vat_reduced",
      figure: { value: 10_000_00n },
    });
    const later = vat({ kind: "k40", taxpayer: "SMALL", on: "2028-01-01" });
    expect(later.steps.map((one) => one.code)).not.toContain("vat_reduced");
  });
});

describe("rewards", () => {
  const unit = { sellerKind: "GOVERNMENT_INSTITUTE", rewardBase: "1000000" };

  it.each([
    [{ rewardCase: "TRANSFER" }, 500_000_00n],
    [{ rewardCase: "EQUITY", inShandong: "on" }, 700_000_00n],
    [{ rewardCase: "OWN" }, 50_000_00n],
    [{ rewardCase: "OWN", inShandong: "on" }, 100_000_00n],
    [{ rewardCase: "TRANSFER", inShandong: "on", ownRule: "60" }, 700_000_00n],
    [{ rewardCase: "TRANSFER", inShandong: "on", ownRule: "85.5" }, 855_000_00n],
    [{ rewardCase: "TRANSFER", inShandong: "on", sellerKind: "FIRM" }, 500_000_00n],
    [{ rewardCase: "TRANSFER", sellerKind: "FIRM", ownRule: "10" }, 100_000_00n],
  ])("of %o", (changes: Changes, least) => {
    expect(floor({ ...unit, ...changes }).amountFen).toBe(least);
  });

  it("leaves a development contract to a person", () => {
    expect(floor({ ...unit, rewardCase: "TRANSFER", kind: "k11" }).outcome).toBe("open");
  });

  it("counts a firm's reward in full, and an owner's receipts at 80 %", () => {
    const paid = { cashReward: "100000", isPublicised: "on" };
    const tax = (changes: Changes) => individualIncomeTax(shippedPolicies, incentiveCase(changes));
    expect(tax(paid)).toMatchObject({ outcome: "refused", amountFen: 100_000_00n });
    expect(tax({ sellerKind: "INDIVIDUAL" }).amountFen).toBe(800_000_00n);
    expect(tax({}).outcome).toBe("none");
  });
});

describe("buyer and district", () => {
  it("hints at 80 % of a commissioned fee, once registered", () => {
    const of = (changes: Changes) => superDeduction(shippedPolicies, incentiveCase(changes));
    expect(of({ kind: "k11" })).toMatchObject({ outcome: "granted", amountFen: 800_000_00n });
    expect(of({ kind: "k11", isRegistered: "" })).toMatchObject({ outcome: "refused" });
    expect(of({ kind: "k12" })).toMatchObject({ outcome: "open", amountFen: null });
    expect(of({ kind: "k21" }).outcome).toBe("none");
  });

  it("leaves a university's contracts to a decision case by case", () => {
    const grant = { inLixia: "on", municipalGrant: "80000", isGrantPaid: "on" };
    const of = (changes: Changes) =>
      lixiaSubsidy(shippedPolicies, incentiveCase({ ...grant, ...changes }));
    expect(of({ sellerKind: "GOVERNMENT_UNIVERSITY" }).amountFen).toBe(0n);
    expect(of({ isRegistered: "" }).amountFen).toBe(0n);
    expect(of({ sellerKind: "GOVERNMENT_INSTITUTE", hasPlatform: "on" }).amountFen).toBe(
      80_000_00n,
    );
  });
});
