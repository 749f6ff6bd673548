import type { InstalmentMove, InstalmentState } from "./instalment-procedure";
import { instalmentProcedure } from "./instalment-procedure";
import type { MilestoneMove, MilestoneState } from "./milestone-procedure";
import { milestoneProcedure } from "./milestone-procedure";
import type { ClosedReason, Step } from "./performance-view";

type SideFacts = {
  side: "SUPPLY" | "DEMAND" | null;
  isParticipant: boolean;
  mayReport: boolean;
  mayAccept: boolean;
  isRunning: boolean;
};

/** Moves of a milestone that belong to the reader's side in this state, each open or with its reason. */
export function milestoneSteps(state: MilestoneState, facts: SideFacts): Step<MilestoneMove>[] {
  const relation = facts.side === "SUPPLY" ? "supply" : facts.side === "DEMAND" ? "demand" : null;
  if (!relation) return [];
  const isAllowed = relation === "supply" ? facts.mayReport : facts.mayAccept;
  const names = Object.keys(milestoneProcedure.moves) as MilestoneMove[];
  return names.flatMap((move) => {
    const definition = milestoneProcedure.moves[move];
    const from: readonly string[] = definition.from;
    const by: readonly string[] = definition.by;
    if (!from.includes(state) || !by.includes(relation)) return [];
    const closed: ClosedReason | null = !facts.isRunning
      ? "notRunning"
      : !facts.isParticipant
        ? "notInRoom"
        : !isAllowed
          ? "noScope"
          : null;
    return [{ move, closed }];
  });
}

type MoneyFacts = {
  treasurerOf: readonly ("PAYER" | "PAYEE")[];
  isRunning: boolean;
  isRoyalty: boolean;
  isStated: boolean;
  hasAmount: boolean;
  /** The royalty's period is not over. */
  periodRuns: boolean;
  /** The reader gave this proof or noted its receipt. */
  isFirstPerson: boolean;
};

/** Moves of a payment for a treasurer; others have none. */
export function instalmentSteps(state: InstalmentState, facts: MoneyFacts): Step<InstalmentMove>[] {
  const relations = facts.treasurerOf.map((one) => one.toLowerCase());
  const names = Object.keys(instalmentProcedure.moves) as InstalmentMove[];
  return names.flatMap((move) => {
    const definition = instalmentProcedure.moves[move];
    const from: readonly string[] = definition.from;
    const by: readonly string[] = definition.by;
    if (!from.includes(state) || !by.some((one) => relations.includes(one))) return [];
    if (!facts.isRoyalty && (move === "stateAmount" || move === "nothingDue")) return [];
    // Of a royalty that comes to nothing there is nothing to prove, and of one that does not to waive.
    if (move === "nothingDue" && facts.hasAmount) return [];
    if (move === "prove" && facts.isRoyalty && facts.isStated && !facts.hasAmount) return [];
    return [{ move, closed: closedReason(move, facts) }];
  });
}

function closedReason(move: InstalmentMove, facts: MoneyFacts): ClosedReason | null {
  const startsSomething = move === "prove" || move === "stateAmount";
  if (startsSomething && !facts.isRunning) return "notRunning";
  if (move === "stateAmount" && facts.periodRuns) return "periodRuns";
  if (move === "prove" && !facts.hasAmount) return "amountUnknown";
  if (move === "nothingDue" && !facts.isStated) return "notStated";
  if (move === "confirm" && facts.isFirstPerson) return "samePerson";
  return null;
}
