import type { AgreeOrRaiseRules } from "~/domain/trading/auction-rules-schema";
import type { Phase } from "./auction-event";
import { type Mode, minimumOf, phase } from "./auction-run-rules";
import type { AuctionState } from "./auction-state";

/** One agreement, or one raise, is enough: then a step more is asked. Nobody answers: that was it. */
export const agreeOrRaise: Mode<AgreeOrRaiseRules> = {
  open: (rules, state, startsAt) => asking(rules, state, startsAt, 1),

  next({ rules, state }, current) {
    const { endsAtMicros, round = 1 } = current;
    if (current.name === "PAUSE") return asking(rules, state, endsAtMicros, round + 1);
    if (!isAnswered(state, current)) return null;
    const priceFen = minimumOf(rules, state).toString();
    return phase(rules, endsAtMicros, rules.pauseSeconds, { name: "PAUSE", round, priceFen });
  },

  refuse({ rules, state }, { priceFen = "0" }, bid) {
    if (state.best?.bidder === bid.bidder) return "own_best";
    const above = BigInt(bid.amountFen) - BigInt(priceFen);
    if (above < 0n) return "price_changed";
    return above % BigInt(rules.stepFen) === 0n ? null : "not_multiple";
  },

  accept(run, { priceFen }, { bidder, amountFen }, confirmed) {
    const way = amountFen === priceFen ? "AGREED" : "RAISED";
    run.record({ kind: "BID", bidder, amountFen, way, ...confirmed });
  },
};

function asking(rules: AgreeOrRaiseRules, state: AuctionState, startsAt: number, round: number) {
  const priceFen = minimumOf(rules, state).toString();
  return phase(rules, startsAt, rules.roundSeconds, { name: "ASKING", round, priceFen });
}

function isAnswered({ best }: AuctionState, { priceFen = "0" }: Phase): boolean {
  return best !== null && BigInt(best.amountFen) >= BigInt(priceFen);
}
