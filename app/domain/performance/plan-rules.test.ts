import { describe, expect, it } from "vitest";
import { adjustPlan, type StoredInstalment, type StoredMilestone } from "./plan-adjust-rules";
import { countDeposit, type Plan, planOf, royaltyDue } from "./plan-rules";
import { sampleTerms } from "./sample-terms";

const SIGNED = "2026-11-22";
const ROYALTY = { base: "NET_SALES", rateBp: 300, everyMonths: 12 } as const;

function stored(plan: Plan, states: Partial<Record<number, StoredInstalment["state"]>> = {}) {
  const milestones: StoredMilestone[] = plan.milestones.map((one, at) => ({
    ...{ ...one, id: `m${at}`, state: "PLANNED" },
  }));
  const instalments = plan.instalments.map(({ milestone: _, ...one }, at) => ({
    ...{ ...one, id: `i${at}`, state: states[at] ?? "PLANNED", isStated: false },
  })) satisfies StoredInstalment[];
  return { milestones, instalments };
}

describe("the plan of a contract", () => {
  it("has the payments of the terms and their sum", () => {
    const plan = planOf(sampleTerms(), SIGNED);
    expect(plan.instalments.map((one) => one.amountFen)).toEqual([20_000_000n, 40_000_000n]);
    expect(plan.instalments[1]?.milestone).toBe(0);
    expect(plan.fixedFen).toBe(60_000_000n);
  });

  it("pays a lump sum at once and accepts once when no steps were named", () => {
    const price = { kind: "LUMP_SUM" as const, totalFen: "500", technicalFen: "500" };
    const plan = planOf(sampleTerms({ price, milestones: [] }), SIGNED);
    expect(plan.instalments).toMatchObject([{ kind: "PRICE", amountFen: 500n, dueOn: null }]);
    expect(plan.milestones).toMatchObject([{ title: "", dueOn: "2027-11-30" }]);
  });

  it("cuts the royalty term into periods, the last one short", () => {
    const price = {
      ...{ kind: "ENTRY_AND_ROYALTY" as const, entryFeeFen: "1000" },
      royalty: { ...ROYALTY, fromOn: "2027-01-31", toOn: "2028-06-30" },
    };
    const plan = planOf(sampleTerms({ price }), SIGNED);
    expect(plan.instalments.map((one) => [one.kind, one.periodFrom, one.periodTo])).toEqual([
      ["ENTRY_FEE", null, null],
      ["ROYALTY", "2027-01-31", "2028-01-30"],
      ["ROYALTY", "2028-01-31", "2028-06-30"],
    ]);
    expect(plan.fixedFen).toBe(1000n);
  });

  it("has shares registered instead of paid", () => {
    const price = { ...{ kind: "LUMP_SUM" as const, totalFen: "500" }, isEquity: true };
    const plan = planOf(sampleTerms({ price }), SIGNED);
    expect(plan).toMatchObject({ instalments: [], fixedFen: 0n });
    expect(plan.milestones.at(-1)?.title).toBe("作价入股的股权变更登记");
  });

  it("rounds a royalty to the fen and keeps to its cap", () => {
    expect(royaltyDue(10_050n, { rateBp: 300, capFen: null }, 0n)).toBe(302n);
    expect(royaltyDue(10_000_000n, { rateBp: 300, capFen: "350000" }, 100_000n)).toBe(250_000n);
    expect(royaltyDue(10_000n, { rateBp: 300, capFen: "100" }, 100n)).toBe(0n);
  });
});

describe("a supplement", () => {
  const first = planOf(sampleTerms(), SIGNED);

  it("changes nothing when the plan is the same", () => {
    const change = adjustPlan(first, stored(first));
    expect(change.instalments).toEqual({ rows: ["i0", "i1"], cancelled: [], kept: [] });
    expect(change.milestones.cancelled).toEqual([]);
    expect(change.fixedFen).toBe(first.fixedFen);
  });

  it("cancels what is open, adds what is new, and never touches what is paid", () => {
    const price = {
      ...{ kind: "INSTALMENTS" as const, totalFen: "70000000", technicalFen: "70000000" },
      instalments: [
        { title: "预付款", amountFen: "20000000", dueOn: null },
        { title: "验收款", amountFen: "50000000", dueOn: "2027-12-31" },
      ],
    };
    const next = planOf(sampleTerms({ price }), SIGNED);
    const change = adjustPlan(next, stored(first, { 0: "CONFIRMED" }));
    expect(change.instalments).toEqual({ rows: ["i0", null], cancelled: ["i1"], kept: [] });
    expect(change.fixedFen).toBe(next.fixedFen);
  });

  it("shows by the sum that a payment already made does not fit the new terms", () => {
    const price = { kind: "LUMP_SUM" as const, totalFen: "70000000", technicalFen: "70000000" };
    const next = planOf(sampleTerms({ price }), SIGNED);
    const change = adjustPlan(next, stored(first, { 0: "CONFIRMED" }));
    expect(change.instalments.kept).toEqual(["i0"]);
    expect(change.fixedFen).not.toBe(next.fixedFen);
  });

  it("does not ask again for a period that was settled with nothing due", () => {
    const price = {
      ...{ kind: "ROYALTY" as const },
      royalty: { ...ROYALTY, fromOn: "2027-01-01", toOn: "2028-12-31" },
    };
    const plan = planOf(sampleTerms({ price }), SIGNED);
    const rows = stored(plan, { 0: "CANCELLED" });
    const instalments = rows.instalments.map((one, at) => ({ ...one, isStated: at === 0 }));
    expect(adjustPlan(plan, { ...rows, instalments }).instalments.rows).toEqual(["i0", "i1"]);
  });
});

describe("a deposit that counts to the price", () => {
  const amounts = (deposit: bigint) => {
    const plan = countDeposit(planOf(sampleTerms(), SIGNED), deposit);
    const sum = plan.instalments.reduce((total, one) => total + (one.amountFen ?? 0n), 0n);
    expect(sum).toBe(plan.fixedFen);
    return plan.instalments.map((one) => one.amountFen);
  };

  it("is taken off the payments that come first, never more than the price", () => {
    const [first, second] = amounts(0n).map((one) => one ?? 0n) as [bigint, bigint];
    expect(amounts(5n)).toEqual([5n, first - 5n, second]);
    expect(amounts(first + 7n)).toEqual([first + 7n, second - 7n]);
    expect(amounts(first + second + 1n)).toEqual([first + second]);
  });
});
