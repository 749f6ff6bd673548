import type { InstalmentKind, InstalmentState } from "./instalment-procedure";
import type { MilestoneState } from "./milestone-procedure";
import type { Plan, PlannedInstalment, PlannedMilestone } from "./plan-rules";

export type StoredMilestone = PlannedMilestone & { id: string; state: MilestoneState };
export type StoredInstalment = Omit<PlannedInstalment, "milestone"> & {
  id: string;
  state: InstalmentState;
  kind: InstalmentKind;
  /** A royalty whose payer has stated the base figures. */
  isStated: boolean;
};

type Matched = {
  /** Row that stands for each entry of the plan; null: to be added. */
  rows: (string | null)[];
  /** Rows that the plan no longer has and that are still open. */
  cancelled: string[];
  /** Rows that the plan no longer has but that are done or under way. */
  kept: string[];
};

export type Adjustment = {
  milestones: Matched;
  instalments: Matched;
  /** Fixed payments after the adjustment, without cancelled ones; must equal the plan's. */
  fixedFen: bigint;
};

/**
 * What must change for the rows to be the plan. Exact twins stay; then what is done or under way is
 * recognised by its title or amount; what is still open and not in the plan is cancelled. What has
 * been paid or accepted is never touched. Applied twice, the second time changes nothing.
 */
export function adjustPlan(
  plan: Plan,
  stored: { milestones: readonly StoredMilestone[]; instalments: readonly StoredInstalment[] },
): Adjustment {
  const milestones = match(
    plan.milestones,
    stored.milestones.filter((one) => one.state !== "CANCELLED"),
    (a, b) => a.title === b.title && a.dueOn === b.dueOn && a.acceptance === b.acceptance,
    (planned, row) => row.state === "ACCEPTED" && planned.title === row.title,
    (row) => row.state !== "ACCEPTED",
  );
  const open = stored.instalments.filter((one) => one.state !== "CANCELLED");
  // A period that was settled with nothing due is not asked for again.
  const settledEmpty = stored.instalments.filter(
    (one) => one.state === "CANCELLED" && one.isStated,
  );
  const instalments = match(
    plan.instalments,
    [...open, ...settledEmpty],
    isSameInstalment,
    (planned, row) =>
      row.state !== "PLANNED" &&
      planned.kind === row.kind &&
      (row.kind === "ROYALTY"
        ? planned.periodFrom === row.periodFrom
        : planned.amountFen === row.amountFen),
    (row) => row.state === "PLANNED",
  );
  const staying = new Set([...instalments.rows, ...instalments.kept]);
  const ofRows = open
    .filter((one) => staying.has(one.id) && one.kind !== "ROYALTY")
    .map((one) => one.amountFen ?? 0n);
  const ofNew = plan.instalments
    .filter((one, at) => instalments.rows[at] === null && one.kind !== "ROYALTY")
    .map((one) => one.amountFen ?? 0n);
  return { milestones, instalments, fixedFen: sum([...ofRows, ...ofNew]) };
}

export function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, one) => total + one, 0n);
}

function isSameInstalment(planned: PlannedInstalment, row: StoredInstalment): boolean {
  if (planned.kind !== row.kind || planned.title !== row.title) return false;
  if (planned.kind === "ROYALTY") {
    return planned.periodFrom === row.periodFrom && planned.periodTo === row.periodTo;
  }
  return planned.amountFen === row.amountFen && planned.dueOn === row.dueOn;
}

function match<P, R extends { id: string }>(
  planned: readonly P[],
  rows: readonly R[],
  isSame: (planned: P, row: R) => boolean,
  isAlike: (planned: P, row: R) => boolean,
  isOpen: (row: R) => boolean,
): Matched {
  const free = new Map(rows.map((row) => [row.id, row]));
  const found: (string | null)[] = planned.map(() => null);
  for (const fits of [isSame, isAlike]) {
    planned.forEach((one, at) => {
      if (found[at] !== null) return;
      const row = [...free.values()].find((candidate) => fits(one, candidate));
      if (!row) return;
      found[at] = row.id;
      free.delete(row.id);
    });
  }
  const left = [...free.values()];
  return {
    rows: found,
    cancelled: left.filter(isOpen).map((row) => row.id),
    kept: left.filter((row) => !isOpen(row)).map((row) => row.id),
  };
}
