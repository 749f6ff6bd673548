import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import type { AuctionEvent, Phase } from "./auction-event";
import { minimumOf } from "./auction-run-rules";
import type { AuctionState } from "./auction-state";
import { type AuctionBoard, type AuctionLine, PUBLIC_EVENT_KINDS } from "./auction-view";

/** What everybody sees of a state. */
export function boardOf(auctionId: string, rules: AuctionRules, state: AuctionState): AuctionBoard {
  const { sequence, status, phase, best, extensions, suspendedAtMicros, result } = state;
  return {
    auctionId,
    sequence,
    status: status === "NEW" ? "SCHEDULED" : status,
    phase,
    best: best && { bidder: best.bidder, amountFen: best.amountFen },
    minimumFen: nextAmount(rules, state, phase),
    extensions,
    suspendedAtMicros,
    result,
  };
}

function nextAmount(rules: AuctionRules, state: AuctionState, phase: Phase | null): string | null {
  if (!phase || phase.name === "PREEMPTION") return null;
  return phase.priceFen ?? minimumOf(rules, state).toString();
}

/** The event as everybody sees it when it happens; null for what is published after the end only. */
export function lineOf(event: AuctionEvent): AuctionLine | null {
  return PUBLIC_EVENT_KINDS.some((kind) => kind === event.kind) ? (event as AuctionLine) : null;
}
