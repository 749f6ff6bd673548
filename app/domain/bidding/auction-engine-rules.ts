import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import { agreeOrRaise } from "./agree-or-raise-rules";
import { ascending } from "./ascending-rules";
import type { AuctionEvent } from "./auction-event";
import { type Mode, type Run, startRun } from "./auction-run-rules";
import type { AuctionRequest, AuctionState, Decision, Hidden, KeptSecret } from "./auction-state";
import { decideBidder } from "./bidder-request-rules";
import { close, closePreemption, openCommitments } from "./closing-rules";
import { descending } from "./descending-rules";
import { rounds } from "./rounds-rules";

/**
 * The engine of bidding. It knows no database and no clock: what it is given decides what it answers,
 * on the server as in the verifier and in the sandbox.
 */
const MODES = {
  ASCENDING: ascending,
  ROUNDS: rounds,
  DESCENDING: descending,
  AGREE_OR_RAISE: agreeOrRaise,
};

export function modeOf(rules: AuctionRules): Mode<AuctionRules> {
  // Each mode only ever sees the rules of its own name.
  return MODES[rules.mode] as unknown as Mode<AuctionRules>;
}

/** The next instant at which time alone does something; null while it stands still and after the end. */
export function dueAt({ status, phase }: AuctionState): number | null {
  return phase && status !== "SUSPENDED" ? phase.endsAtMicros : null;
}

/** Everything that time alone has done up to an instant. */
export function passTime(
  rules: AuctionRules,
  state: AuctionState,
  hidden: Hidden,
  atMicros: number,
): readonly AuctionEvent[] {
  const run = startRun(rules, state, hidden, atMicros);
  pass(run);
  return run.events;
}

/** What time did up to this instant, then the request, then what follows from it at once. */
export function decide(
  rules: AuctionRules,
  state: AuctionState,
  hidden: Hidden,
  request: AuctionRequest,
  atMicros: number,
): {
  events: readonly AuctionEvent[];
  state: AuctionState;
  kept: readonly KeptSecret[];
  decision: Decision;
} {
  const run = startRun(rules, state, hidden, atMicros);
  pass(run);
  const decision =
    "bidder" in request ? decideBidder(run, modeOf(rules), request) : operate(run, request);
  pass(run);
  return { events: run.events, state: run.state, kept: run.kept, decision };
}

function pass(run: Run): void {
  for (let due = dueAt(run.state); due !== null && due <= run.atMicros; due = dueAt(run.state)) {
    follow(run, due);
  }
}

/** What follows the phase that has run out. */
function follow(run: Run, dueAtMicros: number): void {
  const { rules, state } = run;
  const { phase } = state;
  if (!phase) return;
  if (phase.name === "PREEMPTION") {
    closePreemption(run);
    return;
  }
  const mode = modeOf(rules);
  const next =
    phase.name === "WAITING" ? mode.open(rules, state, dueAtMicros) : mode.next(run, phase);
  if (next) run.record({ kind: "PHASE", dueAtMicros, phase: next });
  else close(run, dueAtMicros);
}

function operate(run: Run, { kind, note }: Exclude<AuctionRequest, { bidder: number }>): Decision {
  const { status, suspendedAtMicros } = run.state;
  const refused = (reason: "ended" | "suspended" | "not_open"): Decision => {
    return { outcome: "REFUSED", reason, sequence: null };
  };
  if (status === "ENDED" || status === "VOID" || status === "NEW") return refused("ended");
  const sequence = run.state.sequence + 1;
  if (kind === "SUSPEND") {
    if (status === "SUSPENDED") return refused("suspended");
    run.record({ kind: "SUSPENDED", note });
  } else if (kind === "RESUME") {
    if (suspendedAtMicros === null) return refused("not_open");
    run.record({ kind: "RESUMED", note, stoodStillMicros: run.atMicros - suspendedAtMicros });
  } else {
    run.record({ kind: "VOIDED", note });
    openCommitments(run);
  }
  return { outcome: "ACCEPTED", sequence };
}
