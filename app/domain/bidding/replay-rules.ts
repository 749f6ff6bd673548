import { canonicalJson } from "~/domain/audit/canonical-json";
import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import { applyEvent } from "./auction-apply-rules";
import { decide, dueAt, passTime } from "./auction-engine-rules";
import type { AuctionEvent } from "./auction-event";
import {
  type AuctionRequest,
  type AuctionState,
  type Hidden,
  NEW_AUCTION,
  NOTHING_HIDDEN,
} from "./auction-state";

export type Replay =
  | { isSame: true; state: AuctionState }
  /** The first event that the engine would not have written there. */
  | { isSame: false; sequence: number; expected: AuctionEvent | null };

/**
 * Runs the engine again over a finished record: every event must be what the engine makes of the
 * events before it and of the request, or the passing of time, that it tells of.
 */
export function replay(events: readonly AuctionEvent[]): Replay {
  const [first] = events;
  if (first?.kind !== "SCHEDULED") return { isSame: false, sequence: 1, expected: null };
  const hidden = hiddenOf(events);
  let state = applyEvent(NEW_AUCTION, first);
  while (state.sequence < events.length) {
    const expected = nextEvents(first.rules, state, hidden, events[state.sequence]);
    if (expected.length === 0) return differs(state.sequence + 1, null);
    for (const one of expected) {
      const found = events[state.sequence];
      if (!found || canonicalJson(found) !== canonicalJson(one)) {
        return differs(state.sequence + 1, one);
      }
      state = applyEvent(state, one);
    }
  }
  return { isSame: true, state };
}

const differs = (sequence: number, expected: AuctionEvent | null): Replay => {
  return { isSame: false, sequence, expected };
};

/** The events of which `found` must be the first. */
function nextEvents(
  rules: AuctionRules,
  state: AuctionState,
  hidden: Hidden,
  found: AuctionEvent | undefined,
): readonly AuctionEvent[] {
  // A clock that goes backwards would let somebody bid after the end.
  if (!found || !(found.atMicros >= state.atMicros)) return [];
  const due = dueAt(state);
  if (due !== null && due <= found.atMicros) return passTime(rules, state, hidden, found.atMicros);
  const request = requestOf(found, hidden);
  return request ? decide(rules, state, hidden, request, found.atMicros).events : [];
}

/** The request that an event answers; null for one that nobody can ask for. */
function requestOf(event: AuctionEvent, hidden: Hidden): AuctionRequest | null {
  const amountFen = hidden.secrets[event.sequence]?.amountFen ?? "0";
  switch (event.kind) {
    case "BID": {
      const { bidder, isConfirmed = false } = event;
      return { kind: "BID", bidder, amountFen: event.amountFen, isConfirmed, isQualified: true };
    }
    case "SEALED": {
      const { bidder, commitment } = event;
      const isConfirmed = true;
      return { kind: "BID", bidder, amountFen, commitment, isConfirmed, isQualified: true };
    }
    case "PROXY_SET": {
      const { bidder, commitment } = event;
      return { kind: "SET_PROXY", bidder, amountFen, commitment, isQualified: true };
    }
    case "REFUSED": {
      const { bidder, request: kind, commitment = "", reason } = event;
      const isQualified = reason !== "not_qualified";
      if (kind === "SET_PROXY") return { kind, bidder, amountFen, commitment, isQualified };
      if (kind !== "BID") return { kind, bidder, isQualified };
      const amount = event.commitment
        ? { amountFen, commitment }
        : { amountFen: event.amountFen ?? "0" };
      return { kind, bidder, ...amount, isConfirmed: true, isQualified };
    }
    case "PROXY_DROPPED":
      return { kind: "DROP_PROXY", bidder: event.bidder, isQualified: true };
    case "MATCHED":
      return { kind: "MATCH", bidder: event.bidder, isQualified: true };
    case "WAIVED":
      return { kind: "WAIVE", bidder: event.bidder, isQualified: true };
    case "SUSPENDED":
      return { kind: "SUSPEND", note: event.note };
    case "RESUMED":
      return { kind: "RESUME", note: event.note };
    case "VOIDED":
      return { kind: "VOID", note: event.note };
    default:
      return null;
  }
}

/** What was secret while it ran, from the events that opened it. */
function hiddenOf(events: readonly AuctionEvent[]): Hidden {
  const secrets: Record<number, { amountFen: string; nonce: string }> = {};
  let hidden = NOTHING_HIDDEN;
  for (const event of events) {
    if (event.kind === "OPENED") {
      const { amountFen, nonce } = event;
      secrets[event.of] = { amountFen, nonce };
    } else if (event.kind === "RESERVE_OPENED") {
      const { amountFen, nonce } = event;
      hidden = { ...hidden, reserve: { amountFen, nonce } };
    } else if (event.kind === "NAMED") {
      hidden = { ...hidden, names: event.bidders, unrecorded: event.unrecorded };
    }
  }
  return { ...hidden, secrets };
}
