import type { RoundsRules } from "~/domain/trading/auction-rules-schema";
import type { Phase } from "./auction-event";
import {
  type Mode,
  openSealed,
  phase,
  type Run,
  recordSealed,
  refuseAmount,
} from "./auction-run-rules";
import type { AuctionState } from "./auction-state";

/** Rounds of turns, each after a pause. A bid may be changed within the turn and is opened at its end. */
export const rounds: Mode<RoundsRules> = {
  open: (rules, state, startsAt) => pauseBefore(1, rules, state, startsAt),

  next(run, current) {
    if (current.name === "TURN") openSealed(run);
    return nextTurn(run, current) ?? nextRound(run, current);
  },

  refuse({ rules, state }, { bidder }, bid) {
    if (bidder !== bid.bidder) return "not_your_turn";
    if (state.best?.bidder === bid.bidder) return "own_best";
    return refuseAmount(rules, state, bid.amountFen);
  },

  accept: (run, _phase, bid) => recordSealed(run, bid),
};

function nextTurn({ rules }: Run<RoundsRules>, { endsAtMicros, round, waiting }: Phase) {
  const [bidder, ...others] = waiting ?? [];
  if (bidder === undefined) return null;
  const turn = { name: "TURN", round, bidder, waiting: others } as const;
  return phase(rules, endsAtMicros, rules.turnSeconds, { ...turn, round: round ?? 1 });
}

function nextRound({ rules, state }: Run<RoundsRules>, { endsAtMicros, round = 1 }: Phase) {
  return round < rules.rounds ? pauseBefore(round + 1, rules, state, endsAtMicros) : null;
}

function pauseBefore(round: number, rules: RoundsRules, state: AuctionState, startsAt: number) {
  const seconds = round === 1 ? rules.firstPauseSeconds : rules.pauseSeconds;
  return phase(rules, startsAt, seconds, { name: "PAUSE", round, waiting: turnOrder(state) });
}

/** Worst offer first, best last; of equals the earlier one has the later turn. */
export function turnOrder({ bidders, offers }: AuctionState): number[] {
  const amountOf = (number: number) => BigInt(offers[number]?.amountFen ?? 0);
  const numbers = bidders.map((one) => one.number);
  return numbers.sort((a, b) => {
    const difference = amountOf(a) - amountOf(b);
    if (difference !== 0n) return difference < 0n ? -1 : 1;
    return (offers[b]?.sequence ?? 0) - (offers[a]?.sequence ?? 0) || b - a;
  });
}
