import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { addMonths } from "~/domain/shared/working-days";
import type { InstalmentKind } from "./instalment-procedure";

/** Dates are calendar dates (YYYY-MM-DD), money is fen. An empty title is named by its kind. */
export type PlannedMilestone = { title: string; acceptance: string; dueOn: string | null };

export type PlannedInstalment = {
  kind: InstalmentKind;
  title: string;
  /** Null: a royalty, stated when its period is over. */
  amountFen: bigint | null;
  dueOn: string | null;
  /** Index of the milestone that it follows. */
  milestone: number | null;
  periodFrom: string | null;
  periodTo: string | null;
};

export type Plan = {
  milestones: PlannedMilestone[];
  instalments: PlannedInstalment[];
  /** What the fixed payments must add up to. */
  fixedFen: bigint;
};

/** In the language of contracts, as every title of the plan. */
export const EQUITY_MILESTONE = "作价入股的股权变更登记";

/** The part of the price that the buyer's deposit has paid. */
export const DEPOSIT_TITLE = "竞价保证金抵作价款";

/** Royalty periods that are planned at most. */
export const MAX_PERIODS = 240;

/** Milestones and payments as the accepted terms have them. `signedOn` is the date of the contract. */
export function planOf(content: TermSheetContent, signedOn: string): Plan {
  const milestones = content.milestones.map(({ title, acceptance, dueOn }) => ({
    title,
    acceptance,
    dueOn,
  }));
  // What is owed is accepted once at least, even when the parties named no steps.
  if (milestones.length === 0) {
    milestones.push({
      title: "",
      acceptance: content.acceptance.standard,
      dueOn: content.term.toOn,
    });
  }
  // A contribution as equity is performed by registering the shares, which is accepted, not paid.
  if (content.price.isEquity) {
    milestones.push({ title: EQUITY_MILESTONE, acceptance: "", dueOn: null });
  }
  const fixed = fixedPayments(content);
  return {
    milestones,
    instalments: [...fixed, ...royaltyPayments(content, signedOn)],
    fixedFen: fixedTotal(content),
  };
}

/**
 * The fixed part of the price: all of it, the entry fee where a royalty follows, or what a pure
 * royalty names besides. Shares are not paid by bank transfer.
 */
export function fixedTotal({ price }: Pick<TermSheetContent, "price">): bigint {
  if (price.isEquity) return 0n;
  if (price.kind === "ROYALTY") {
    return price.instalments.reduce((total, one) => total + BigInt(one.amountFen), 0n);
  }
  if (price.kind === "LUMP_SUM" || price.kind === "INSTALMENTS") return BigInt(price.totalFen ?? 0);
  return BigInt(price.entryFeeFen ?? 0);
}

/**
 * The plan with a buyer's deposit as its first payment: what it pays is taken off the payments that come
 * first, and the sum stays the price of the terms.
 */
export function countDeposit(plan: Plan, depositFen: bigint): Plan {
  const fixed = plan.instalments.filter((one) => one.kind !== "ROYALTY");
  const [first] = fixed;
  let left = depositFen < plan.fixedFen ? depositFen : plan.fixedFen;
  if (!first || left <= 0n) return plan;
  const line = { ...first, title: DEPOSIT_TITLE, amountFen: left, dueOn: null, milestone: null };
  const rest = plan.instalments.flatMap((one) => {
    if (one.kind === "ROYALTY" || one.amountFen === null) return [one];
    const taken = left < one.amountFen ? left : one.amountFen;
    left -= taken;
    return one.amountFen > taken ? [{ ...one, amountFen: one.amountFen - taken }] : [];
  });
  return { ...plan, instalments: [line, ...rest] };
}

function fixedPayments(content: TermSheetContent): PlannedInstalment[] {
  const { price } = content;
  if (price.isEquity) return [];
  const isRoyalty = price.kind === "ROYALTY" || price.kind === "ENTRY_AND_ROYALTY";
  const kind = isRoyalty ? "ENTRY_FEE" : "PRICE";
  const none = { periodFrom: null, periodTo: null };
  if (price.instalments.length > 0) {
    return price.instalments.map((one) => ({
      ...{ kind, title: one.title, amountFen: BigInt(one.amountFen), dueOn: one.dueOn, ...none },
      milestone: one.milestone !== null && content.milestones[one.milestone] ? one.milestone : null,
    }));
  }
  const total = fixedTotal(content);
  if (total === 0n) return [];
  return [{ kind, title: "", amountFen: total, dueOn: null, milestone: null, ...none }];
}

function royaltyPayments(content: TermSheetContent, signedOn: string): PlannedInstalment[] {
  const { royalty } = content.price;
  if (!royalty) return [];
  const from = royalty.fromOn ?? content.term.fromOn ?? signedOn;
  const to = royaltyEnd(content);
  // Without an agreed end one period stands in the plan; each that is settled brings the next.
  const periods = to ? periodsOf(from, to, royalty.everyMonths) : [nextPeriod(from, royalty)];
  return periods.map((period) => royaltyPayment(period));
}

export function royaltyEnd(content: TermSheetContent): string | null {
  return content.price.royalty?.toOn ?? content.licence?.endsOn ?? content.term.toOn;
}

export type Period = { from: string; to: string };

export function royaltyPayment({ from, to }: Period): PlannedInstalment {
  const rest = { title: "", amountFen: null, milestone: null };
  return { kind: "ROYALTY", ...rest, dueOn: to, periodFrom: from, periodTo: to };
}

/** The period of settlement that begins on a date. */
export function nextPeriod(from: string, { everyMonths }: { everyMonths: number }): Period {
  return { from, to: dayBefore(addMonths(from, everyMonths)) };
}

function periodsOf(from: string, to: string, everyMonths: number): Period[] {
  const periods: Period[] = [];
  for (let at = 0; at < MAX_PERIODS; at += 1) {
    const start = addMonths(from, at * everyMonths);
    if (start > to) break;
    const end = dayBefore(addMonths(from, (at + 1) * everyMonths));
    periods.push({ from: start, to: end < to ? end : to });
  }
  return periods;
}

export function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

export function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/**
 * Royalty of a period: base × rate, rounded to the fen, half upwards, within what the cap leaves.
 * @param settledFen royalties of the other periods that are stated and not cancelled
 */
export function royaltyDue(
  baseFen: bigint,
  royalty: { rateBp: number; capFen: string | null },
  settledFen: bigint,
): bigint {
  const due = (baseFen * BigInt(royalty.rateBp) + 5000n) / 10_000n;
  if (royalty.capFen === null) return due;
  const left = BigInt(royalty.capFen) - settledFen;
  const room = left > 0n ? left : 0n;
  return due < room ? due : room;
}
