import type { AuctionEvent, ContentOf, Phase } from "./auction-event";
import type { AuctionState, Committed } from "./auction-state";

/** The state after an event. It believes what it is given: deciding is the engine's part. */
export function applyEvent(before: AuctionState, event: AuctionEvent): AuctionState {
  const { sequence, atMicros } = event;
  const state = { ...before, sequence, atMicros };
  switch (event.kind) {
    case "SCHEDULED":
      return {
        ...state,
        status: "SCHEDULED",
        bidders: event.bidders.map(({ number, preemptiveRank }) => ({ number, preemptiveRank })),
        phase: { name: "WAITING", startsAtMicros: atMicros, endsAtMicros: event.startsAtMicros },
      };
    case "PHASE":
      return { ...state, status: "OPEN", phase: event.phase };
    case "BID":
      return applyBid(state, event);
    case "SEALED":
      return { ...committed(state, event), sealed: replaced(state.sealed, event) };
    case "PROXY_SET":
      return { ...committed(state, event), proxies: replaced(state.proxies, event) };
    case "PROXY_DROPPED":
      return { ...state, proxies: without(state.proxies, event.bidder) };
    case "REFUSED":
      return applyRefusal(state, event);
    case "EXTENDED":
      return { ...endingAt(state, event.toMicros), extensions: state.extensions + 1 };
    case "MATCHED":
    case "WAIVED":
      return applyAnswer(state, event);
    case "SUSPENDED":
      return { ...state, status: "SUSPENDED", suspendedAtMicros: atMicros };
    case "RESUMED": {
      const status = state.phase?.name === "WAITING" ? "SCHEDULED" : "OPEN";
      const endsAtMicros = (state.phase?.endsAtMicros ?? 0) + event.stoodStillMicros;
      return { ...endingAt(state, endsAtMicros), status, suspendedAtMicros: null };
    }
    case "VOIDED":
      return { ...state, status: "VOID", phase: null, result: { outcome: "VOID" } };
    case "CLOSED":
      return { ...state, phase: null, proxies: [] };
    case "OPENED": {
      const isOther = (one: Committed) => one.sequence !== event.of;
      const { sealed, unopened } = state;
      // The end opens them in their order, one event each: the next one is the first.
      const isFirst = unopened[0]?.sequence === event.of;
      const rest = isFirst ? unopened.slice(1) : unopened.filter(isOther);
      return { ...state, sealed: sealed.filter(isOther), unopened: rest };
    }
    case "RESULT":
      return { ...state, status: "ENDED", phase: null, result: event.result };
    case "FLAGGED":
    case "RESERVE_OPENED":
    case "NAMED":
      return state;
  }
}

/** These ways end their phase at once. */
const LAST_OF_PHASE: readonly string[] = ["TAKEN", "LAST_WORD", "AGREED", "RAISED"];

function applyBid(state: AuctionState, bid: ContentOf<"BID">): AuctionState {
  const { bidder, amountFen, way } = bid;
  const best = { bidder, amountFen, sequence: state.sequence };
  const offers = { ...state.offers, [bidder]: best };
  const taker = way === "TAKEN" ? bidder : state.taker;
  const after = { ...state, best, offers, taker };
  return LAST_OF_PHASE.includes(way) ? endingAt(after, state.atMicros) : after;
}

function applyRefusal(state: AuctionState, refusal: ContentOf<"REFUSED">): AuctionState {
  const { bidder, commitment } = refusal;
  const minute = minuteOf(state.atMicros);
  const before = state.refusals[bidder];
  const count = before?.minute === minute ? before.count + 1 : 1;
  const refusals = { ...state.refusals, [bidder]: { minute, count } };
  return { ...(commitment ? committed(state, { bidder }) : state), refusals };
}

function applyAnswer(
  state: AuctionState,
  event: ContentOf<"MATCHED"> | ContentOf<"WAIVED">,
): AuctionState {
  const answer = { bidder: event.bidder, isMatch: event.kind === "MATCHED" };
  const after = { ...state, answers: [...state.answers, answer] };
  return after.answers.length < preemptorsOf(state).length
    ? after
    : endingAt(after, state.atMicros);
}

/** Bidders whose pre-emptive right goes before that of the best bidder. */
export function preemptorsOf(state: AuctionState) {
  const rankOf = (number: number | undefined) =>
    state.bidders.find((one) => one.number === number)?.preemptiveRank ?? Number.POSITIVE_INFINITY;
  const bestRank = rankOf(state.best?.bidder);
  return state.bidders.filter(({ number }) => rankOf(number) < bestRank);
}

/** The minute in which refusals are counted together. */
export const minuteOf = (atMicros: number) => Math.floor(atMicros / 60_000_000);

function endingAt(state: AuctionState, endsAtMicros: number): AuctionState {
  const phase: Phase | null = state.phase && { ...state.phase, endsAtMicros };
  return { ...state, phase };
}

function committed(state: AuctionState, { bidder }: { bidder: number }): AuctionState {
  return { ...state, unopened: [...state.unopened, { bidder, sequence: state.sequence }] };
}

const without = (list: readonly Committed[], bidder: number) =>
  list.filter((one) => one.bidder !== bidder);

function replaced(list: readonly Committed[], event: { bidder: number; sequence: number }) {
  const { bidder, sequence } = event;
  return [...without(list, bidder), { bidder, sequence }];
}
