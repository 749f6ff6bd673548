import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * One version of a term sheet: an offer. A counter-offer supersedes it; the other side's acceptance
 * locks it. An accepted version gives way only to another accepted one (REPLACED), before signing by
 * `release` of both sides' consent, after signing through a supplement.
 */
export const termSheetProcedure = defineProcedure({
  name: "term-sheet",
  version: "1",
  initial: "PROPOSED",
  states: ["PROPOSED", "ACCEPTED", "REJECTED", "SUPERSEDED", "WITHDRAWN", "REPLACED"],
  relations: ["proposer", "receiver", "market"],
  moves: {
    accept: {
      from: ["PROPOSED"],
      to: "ACCEPTED",
      by: ["receiver"],
      conditions: ["real-name", "same-text", "sums-agree", "room-open"],
    },
    reject: { from: ["PROPOSED"], to: "REJECTED", by: ["receiver"], needsNote: true },
    withdraw: { from: ["PROPOSED"], to: "WITHDRAWN", by: ["proposer"] },
    supersede: { from: ["PROPOSED"], to: "SUPERSEDED", by: ["market"] },
    replace: { from: ["ACCEPTED"], to: "REPLACED", by: ["market"] },
  },
  clocks: {
    answer: {
      runsIn: ["PROPOSED"],
      unit: "WORKDAY",
      parameter: "market.deal.offer_answer_workdays",
      fires: null,
    },
  },
});

export type TermSheetState = (typeof termSheetProcedure.states)[number];
export type TermSheetMove = keyof typeof termSheetProcedure.moves;
export type TermSheetRelation = (typeof termSheetProcedure.relations)[number];
