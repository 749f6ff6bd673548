import type { DescendingRules } from "~/domain/trading/auction-rules-schema";
import type { Phase } from "./auction-event";
import {
  type Mode,
  openSealed,
  phase,
  type Run,
  recordSealed,
  refuseAmount,
} from "./auction-run-rules";

/**
 * The price falls until somebody takes it. The others may then each seal one higher bid; if one did,
 * who took the price has the last word above it.
 */
export const descending: Mode<DescendingRules> = {
  open: (rules, _state, startsAt) => asking(rules, startsAt, 0),

  next(run, current) {
    const { rules } = run;
    switch (current.name) {
      case "FALLING":
        return run.state.taker === null ? nextDrop(rules, current) : sealedPart(run, current);
      case "SEALED": {
        const hasSealed = run.state.sealed.length > 0;
        openSealed(run);
        return hasSealed ? lastWord(run, current) : null;
      }
      default:
        return null;
    }
  },

  refuse({ rules, state }, { name, priceFen = "0" }, bid) {
    if (name === "FALLING") {
      return BigInt(bid.amountFen) < BigInt(priceFen) ? "price_changed" : null;
    }
    const isTaker = state.taker === bid.bidder;
    if (name === "SEALED" && isTaker) return "own_best";
    if (name === "LAST_WORD" && !isTaker) return "not_your_turn";
    return refuseAmount(rules, state, bid.amountFen);
  },

  accept(run, { name, priceFen }, bid, confirmed) {
    const { bidder, amountFen } = bid;
    if (name === "SEALED") recordSealed(run, bid);
    else if (name === "LAST_WORD") {
      run.record({ kind: "BID", bidder, amountFen, way: "LAST_WORD", ...confirmed });
    } else {
      // The price may have fallen further while the answer was on its way: it is the lower one that counts.
      run.record({ kind: "BID", bidder, amountFen: priceFen ?? amountFen, way: "TAKEN" });
    }
  },
};

function asking(rules: DescendingRules, startsAt: number, drops: number): Phase {
  const price = BigInt(rules.startPriceFen) - BigInt(rules.dropFen) * BigInt(drops);
  const rest = { name: "FALLING", round: drops, priceFen: price.toString() } as const;
  return phase(rules, startsAt, rules.dropSeconds, rest);
}

function nextDrop(rules: DescendingRules, { endsAtMicros, round = 0 }: Phase): Phase | null {
  return round < rules.maxDrops ? asking(rules, endsAtMicros, round + 1) : null;
}

const sealedPart = ({ rules }: Run<DescendingRules>, { endsAtMicros }: Phase) =>
  phase(rules, endsAtMicros, rules.sealedSeconds, { name: "SEALED" });

function lastWord({ rules, state }: Run<DescendingRules>, { endsAtMicros }: Phase) {
  const bidder = state.taker ?? 0;
  return phase(rules, endsAtMicros, rules.lastWordSeconds, { name: "LAST_WORD", bidder });
}
