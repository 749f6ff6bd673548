import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * 争议 about a trade: whoever took part raises it, an operator decides it with a result that everybody
 * may read. The case goes on meanwhile unless an operator suspends it there.
 */
export const tradeDisputeProcedure = defineProcedure({
  name: "trade-dispute",
  version: "1",
  initial: "OPEN",
  states: ["OPEN", "UPHELD", "REJECTED", "WITHDRAWN"],
  relations: ["raiser", "operator"],
  moves: {
    uphold: { from: ["OPEN"], to: "UPHELD", by: ["operator"], needsNote: true },
    reject: { from: ["OPEN"], to: "REJECTED", by: ["operator"], needsNote: true },
    withdraw: { from: ["OPEN"], to: "WITHDRAWN", by: ["raiser"] },
  },
  clocks: {
    decide: {
      runsIn: ["OPEN"],
      unit: "WORKDAY",
      parameter: "market.trade.dispute_workdays",
      fires: null,
    },
  },
});

export type TradeDisputeState = (typeof tradeDisputeProcedure.states)[number];
export type TradeDisputeMove = keyof typeof tradeDisputeProcedure.moves;
export type TradeDisputeRelation = (typeof tradeDisputeProcedure.relations)[number];
