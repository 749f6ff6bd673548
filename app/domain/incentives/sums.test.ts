import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toYuanText } from "../shared/money";
import { enterpriseIncomeTax } from "./enterprise-income-tax-rules";
import type { IncentiveResult } from "./incentive-result-rules";
import { lixiaSubsidy } from "./lixia-subsidy-rules";
import type { TaxBracket } from "./policy-parameter-rules";
import { bracketsOf } from "./policy-parameter-rules";
import { progressiveTax } from "./progressive-tax-rules";
import { incentiveCase, shippedPolicies } from "./sample-cases";
import { shareOf, toMillionths, withoutTax } from "./share-rules";
import { stampTax } from "./stamp-tax-rules";
import { technicalAmount } from "./technical-amount-rules";
import { vatRelief } from "./vat-relief-rules";

const fen = (max: bigint) => fc.bigInt({ min: 1n, max });
const MOST = 99_999_999_999_99n;
const amounts = (result: IncentiveResult) =>
  new Map(result.steps.map((one) => [one.code, one.figure.value] as const));
const sum = (values: unknown[]) =>
  values.reduce<bigint>((all, one) => all + BigInt(String(one)), 0n);

describe("sums", () => {
  it("a total is technology trade plus non-technical costs", () => {
    fc.assert(
      fc.property(fen(MOST), fen(MOST), (a, b) => {
        const input = incentiveCase({ total: toYuanText(a + b), nonTechnical: toYuanText(b) });
        const { amountFen } = technicalAmount(shippedPolicies, input);
        expect((amountFen ?? 0n) + b).toBe(a + b);
      }),
    );
  });

  it("income tax due and relieved add up to the tax without relief, and never exceed it", () => {
    fc.assert(
      fc.property(
        fen(MOST),
        fen(MOST),
        fen(MOST),
        fc.boolean(),
        (total, cost, other, isHighTech) => {
          const input = incentiveCase({
            ...{ total: toYuanText(total), cost: toYuanText(cost), otherIncome: toYuanText(other) },
            isHighTech: isHighTech ? "on" : "",
          });
          const result = enterpriseIncomeTax(shippedPolicies, input);
          const steps = amounts(result);
          const parts = [steps.get("tax_due"), steps.get("tax_saved")];
          expect(sum(parts)).toBe(steps.get("tax_without_relief"));
          // Two roundings may differ by a fen where the cap is used up.
          expect(steps.get("tax_saved")).toBeGreaterThanOrEqual(-1n);
        },
      ),
    );
  });

  it("tax of a year does not depend on how it is split into contracts", () => {
    const tax = (total: bigint, otherIncome: bigint) =>
      enterpriseIncomeTax(
        shippedPolicies,
        incentiveCase({ total: toYuanText(total), otherIncome: toYuanText(otherIncome) }),
      ).amountFen ?? 0n;
    fc.assert(
      fc.property(fen(MOST / 2n), fen(MOST / 2n), (first, second) => {
        expect(tax(first, 0n) + tax(second, first)).toBe(tax(first + second, 0n));
      }),
    );
  });

  it("stamp base and R&D funds add up to the total", () => {
    fc.assert(
      fc.property(fen(MOST), fen(MOST), (a, b) => {
        const changes = { kind: "k11", total: toYuanText(a + b), researchFunds: toYuanText(b) };
        const steps = amounts(stampTax(shippedPolicies, incentiveCase(changes)));
        expect(sum([steps.get("stamp_base"), steps.get("research_funds")])).toBe(a + b);
      }),
    );
  });

  it("a price with VAT is the net price and its VAT, to the fen", () => {
    fc.assert(
      fc.property(fen(MOST), fc.constantFrom(0.01, 0.03, 0.06), (price, rate) => {
        const net = withoutTax(price, toMillionths(rate));
        const gap = net + shareOf(net, toMillionths(rate)) - price;
        expect(gap >= -1n && gap <= 1n).toBe(true);
      }),
    );
    const input = incentiveCase({ kind: "k40", total: "106", includesVat: "on" });
    expect(vatRelief(shippedPolicies, input)).toMatchObject({
      outcome: "refused",
      amountFen: 600n,
    });
  });

  it("Lixia items add up", () => {
    fc.assert(
      fc.property(fen(MOST), fen(MOST), fen(MOST), fc.boolean(), (a, b, c, isPaid) => {
        const input = incentiveCase({
          ...{ inLixia: "on", hasPlatform: "on", hasKeyLab: "on", award: "PROVINCE_2" },
          ...{ municipalGrant: toYuanText(a), pocGrant: toYuanText(b), pilotGrant: toYuanText(c) },
          isGrantPaid: isPaid ? "on" : "",
        });
        const result = lixiaSubsidy(shippedPolicies, input);
        const items = result.steps.slice(0, -1).map((one) => one.figure.value);
        expect(sum(items)).toBe(result.amountFen);
        expect(result.amountFen).toBe(12_000_000n + (isPaid ? a + b + c : 0n));
      }),
    );
  });

  it("progressive tax agrees with the quick deduction of the official table", () => {
    const row = shippedPolicies.find((one) => one.key === "iit.comprehensive.brackets");
    const brackets: TaxBracket[] = row ? bracketsOf(row) : [];
    const tax = (yuan: bigint) => progressiveTax(brackets, yuan * 100n);
    // Annual table: income × rate − quick deduction.
    expect(tax(36_000n)).toBe(108_000n);
    expect(tax(144_000n)).toBe(14_400_00n - 2_520_00n);
    expect(tax(350_000n)).toBe(87_500_00n - 31_920_00n);
    expect(tax(1_000_000n)).toBe(450_000_00n - 181_920_00n);
    fc.assert(
      fc.property(fen(MOST), fen(MOST), (a, b) => {
        expect(progressiveTax(brackets, a + b)).toBeGreaterThanOrEqual(progressiveTax(brackets, a));
      }),
    );
  });
});
