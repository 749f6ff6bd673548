import { describe, expect, it } from "vitest";
import { enterpriseIncomeTax } from "./enterprise-income-tax-rules";
import { estimateIncentives } from "./incentives-rules";
import { individualIncomeTax } from "./individual-income-tax-rules";
import { lixiaSubsidy } from "./lixia-subsidy-rules";
import { findPolicy } from "./policy-parameter-rules";
import { incentiveCase, shippedPolicies } from "./sample-cases";
import { stampTax } from "./stamp-tax-rules";
import { vatRelief } from "./vat-relief-rules";

describe("findPolicy", () => {
  const row = { key: "a", title: "", value: 1, source: "", confidence: "high" };
  const rows = [
    { ...row, validFrom: "2020-01-01", validTo: "2020-12-31" },
    { ...row, value: 2, validFrom: "2022-01-01", validTo: null },
  ];

  it.each([
    ["2019-12-31", { gap: { key: "a", state: "before", date: "2020-01-01" } }],
    ["2020-01-01", { row: rows[0] }],
    ["2020-12-31", { row: rows[0] }],
    ["2021-06-30", { gap: { key: "a", state: "after", date: "2020-12-31" } }],
    ["2022-01-01", { row: rows[1] }],
  ])("answers for %s", (on, expected) => {
    expect(findPolicy(rows, "a", on)).toEqual(expected);
  });

  it("says that a key is missing", () => {
    expect(findPolicy(rows, "b", "2022-01-01")).toEqual({ gap: { key: "b", state: "missing" } });
  });
});

describe("dates of the rules", () => {
  it("computes nothing before stamp tax, and names the first day that is known", () => {
    const before = stampTax(shippedPolicies, incentiveCase({ on: "2022-06-30" }));
    expect(before).toMatchObject({
      ...{ outcome: "unknown", amountFen: null, steps: [] },
      gap: { state: "before", date: "2022-07-01" },
    });
    const first = stampTax(shippedPolicies, incentiveCase({ on: "2022-07-01" }));
    expect(first).toMatchObject({ gap: null, amountFen: 30_000n });
  });

  it("computes nothing after the Lixia measures have ended", () => {
    const lixia = { inLixia: "on", hasKeyLab: "on" };
    const on = (date: string) =>
      lixiaSubsidy(shippedPolicies, incentiveCase({ ...lixia, on: date }));
    expect(on("2024-01-31").gap).toMatchObject({ state: "before", date: "2024-02-01" });
    expect(on("2024-02-01").amountFen).toBe(3_000_000n);
    expect(on("2028-12-31").amountFen).toBe(3_000_000n);
    expect(on("2029-01-01").gap).toMatchObject({ state: "after", date: "2028-12-31" });
  });

  it("is less sure of the VAT exemption from 2026 on", () => {
    const on = (date: string) => vatRelief(shippedPolicies, incentiveCase({ on: date }));
    const sure = (date: string) =>
      on(date).rules.find((row) => row.key === "vat.tt.exempt")?.confidence;
    expect([sure("2025-12-31"), sure("2026-01-01")]).toEqual(["high", "medium"]);
    expect(on("2026-01-01")).toMatchObject({ outcome: "granted", amountFen: 0n });
    expect(on("2016-04-30").gap).toMatchObject({ state: "before", date: "2016-05-01" });
  });

  it("knows non-exclusive licences from 1 October 2015", () => {
    const licence = { kind: "k31", licence: "NON_EXCLUSIVE", licenceYears: "5", ownsRight: "on" };
    const on = (date: string) =>
      enterpriseIncomeTax(shippedPolicies, incentiveCase({ ...licence, on: date }));
    expect(on("2015-09-30").outcome).toBe("unknown");
    expect(on("2015-10-01").outcome).toBe("granted");
  });

  it("gives a reward 36 months, to the day", () => {
    const reward = {
      ...{ sellerKind: "NONPROFIT", cashReward: "100000", isPublicised: "on" },
      incomeOn: "2023-11-22",
    };
    const paid = (rewardOn: string) =>
      individualIncomeTax(shippedPolicies, incentiveCase({ ...reward, rewardOn }));
    expect(paid("2026-11-22")).toMatchObject({ outcome: "granted", amountFen: 5_000_000n });
    expect(paid("2026-11-23")).toMatchObject({ outcome: "refused", amountFen: 10_000_000n });
    expect(paid("")).toMatchObject({ outcome: "open", amountFen: 5_000_000n });
  });

  it("has a source, a first day and a confidence for every rule it uses", () => {
    const all = {
      ...{ sellerKind: "GOVERNMENT_INSTITUTE", inShandong: "on", inLixia: "on" },
      ...{ takesOfficeBonus: "on", rewardCase: "TRANSFER", rewardBase: "1", cashReward: "1" },
    };
    const results = estimateIncentives(shippedPolicies, incentiveCase(all));
    expect(results.filter((one) => one.gap !== null)).toEqual([]);
    for (const result of results) expect(result.rules.length).toBeGreaterThan(0);
    for (const row of results.flatMap((one) => one.rules)) {
      expect(row.source).toMatch(/〔|《|公告/);
      expect(row.confidence).toMatch(/^(high|medium|low)/);
      expect(row.validFrom > "1949").toBe(true);
    }
  });
});
