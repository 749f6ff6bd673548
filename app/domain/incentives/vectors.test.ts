import { describe, expect, it } from "vitest";
import { enterpriseIncomeTax } from "./enterprise-income-tax-rules";
import type { IncentiveResult } from "./incentive-result-rules";
import { individualIncomeTax } from "./individual-income-tax-rules";
import { lixiaSubsidy } from "./lixia-subsidy-rules";
import { officeBonus } from "./office-bonus-rules";
import { rewardFloor } from "./reward-floor-rules";
import { incentiveCase, shippedPolicies } from "./sample-cases";
import { stampTax } from "./stamp-tax-rules";
import { technicalAmount } from "./technical-amount-rules";
import { vatRelief } from "./vat-relief-rules";

const yuan = (amount: number) => BigInt(Math.round(amount * 100));
const stepOf = (result: IncentiveResult, code: string) =>
  result.steps.find((one) => one.code === code)?.figure.value;
const unmet = (result: IncentiveResult) =>
  result.conditions.filter((one) => one.state === "unmet").map((one) => one.code);

const ASSIGNMENT = { kind: "k21", total: "8000000", cost: "1000000", taxes: "100000" };

describe("test vectors of the rules", () => {
  it("T1: a patent assignment above the cap pays half of 25 % on the part above", () => {
    const result = enterpriseIncomeTax(shippedPolicies, incentiveCase(ASSIGNMENT));
    expect(stepOf(result, "income")).toBe(yuan(6_900_000));
    expect(result).toMatchObject({ outcome: "granted", amountFen: yuan(237_500) });
    expect(stepOf(result, "tax_without_relief")).toBe(yuan(1_725_000));
  });

  it("T2: a buyer who holds all of the seller takes the relief away", () => {
    const input = incentiveCase({ ...ASSIGNMENT, relatedShare: "100" });
    const result = enterpriseIncomeTax(shippedPolicies, input);
    expect(result).toMatchObject({ outcome: "refused", amountFen: yuan(1_725_000) });
    expect(unmet(result)).toEqual(["related_share"]);
    expect(stepOf(result, "tax_saved")).toBeUndefined();
  });

  it("T3: a know-how licence has no income tax relief, but the VAT exemption", () => {
    const input = incentiveCase({
      ...{ kind: "k32", total: "2000000", licence: "EXCLUSIVE", licenceYears: "10" },
      isWorldwide: "on",
    });
    const tax = enterpriseIncomeTax(shippedPolicies, input);
    expect(tax.outcome).toBe("refused");
    expect(unmet(tax)).toEqual(["right_listed"]);
    expect(vatRelief(shippedPolicies, input)).toMatchObject({ outcome: "granted", amountFen: 0n });
  });

  it("T4: a non-exclusive patent licence of four years has no income tax relief, but VAT", () => {
    const input = incentiveCase({
      ...{ kind: "k31", licence: "NON_EXCLUSIVE", licenceYears: "4", ownsRight: "on" },
    });
    const tax = enterpriseIncomeTax(shippedPolicies, input);
    expect(tax.outcome).toBe("refused");
    expect(unmet(tax)).toEqual(["licence_years"]);
    expect(vatRelief(shippedPolicies, input)).toMatchObject({ outcome: "granted", amountFen: 0n });
  });

  it("T5: an income of exactly 5,000,000 pays nothing", () => {
    const result = enterpriseIncomeTax(shippedPolicies, incentiveCase({ total: "5000000" }));
    expect(result).toMatchObject({ outcome: "granted", amountFen: 0n, sentence: "eit_exempt" });
  });

  it("T6: a Shandong university rewards 70 %; the office's 10 % only if chosen and of a transfer", () => {
    const university = {
      ...{ sellerKind: "GOVERNMENT_UNIVERSITY", inShandong: "on" },
      ...{ rewardCase: "TRANSFER", rewardBase: "1000000" },
    };
    const licence = { ...university, kind: "k31", licence: "SOLE", licenceYears: "6" };
    const bonus = (changes: Record<string, string>) =>
      officeBonus(shippedPolicies, incentiveCase(changes));
    expect(rewardFloor(shippedPolicies, incentiveCase(licence)).amountFen).toBe(yuan(700_000));
    expect(bonus(licence)).toMatchObject({ outcome: "none", amountFen: null });
    expect(bonus({ ...licence, takesOfficeBonus: "on" })).toMatchObject({
      outcome: "refused",
      amountFen: 0n,
    });
    expect(bonus(university)).toMatchObject({ outcome: "none", amountFen: null });
    expect(bonus({ ...university, takesOfficeBonus: "on" })).toMatchObject({
      outcome: "granted",
      amountFen: yuan(100_000),
    });
  });

  it("T7: of a reward of 700,000 with all conditions 350,000 count as wages", () => {
    const input = incentiveCase({
      ...{ sellerKind: "GOVERNMENT_INSTITUTE", cashReward: "700000", isPublicised: "on" },
      ...{ incomeOn: "2025-03-01", rewardOn: "2026-05-06" },
    });
    expect(individualIncomeTax(shippedPolicies, input)).toMatchObject({
      outcome: "granted",
      amountFen: yuan(350_000),
    });
  });

  it("T8: a development fee of 600,000 with 400,000 R&D funds pays 60.00 of stamp tax", () => {
    const input = incentiveCase({ kind: "k11", total: "600000", researchFunds: "400000" });
    const result = stampTax(shippedPolicies, input);
    expect(stepOf(result, "stamp_base")).toBe(yuan(200_000));
    expect(result.amountFen).toBe(6_000n);
  });

  it("T9: Lixia matches a municipal grant of 80,000 at most, and nothing while it is unpaid", () => {
    const grant = { inLixia: "on", municipalGrant: "80000" };
    const match = (changes: Record<string, string>) =>
      lixiaSubsidy(shippedPolicies, incentiveCase({ ...grant, ...changes }));
    expect(match({ isGrantPaid: "on" })).toMatchObject({
      outcome: "granted",
      amountFen: yuan(80_000),
    });
    expect(match({})).toMatchObject({ outcome: "refused", amountFen: 0n });
    expect(unmet(match({}))).toEqual(["grant_paid"]);
  });

  it("T10: 1,000,000 with 300,000 of equipment itemised is 700,000 of technology trade", () => {
    const input = incentiveCase({ total: "1000000", nonTechnical: "300000" });
    expect(technicalAmount(shippedPolicies, input).amountFen).toBe(yuan(700_000));
  });
});
