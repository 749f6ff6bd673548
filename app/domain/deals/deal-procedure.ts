import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * A deal room from the first talk to the end of the contract. AGREED: one term sheet is accepted;
 * CONTRACTED: the main contract is signed. The market makes these two moves when term sheet or
 * contract make theirs.
 */
export const dealProcedure = defineProcedure({
  name: "deal",
  version: "1",
  initial: "OPEN",
  states: ["OPEN", "PAUSED", "DISPUTED", "AGREED", "CONTRACTED", "COMPLETED", "CLOSED"],
  relations: ["supply", "demand", "market", "operator"],
  moves: {
    pause: { from: ["OPEN"], to: "PAUSED", by: ["supply", "demand"], needsNote: true },
    resume: { from: ["PAUSED"], to: "OPEN", by: ["supply", "demand"] },
    dispute: {
      from: ["OPEN", "PAUSED", "AGREED"],
      to: "DISPUTED",
      by: ["supply", "demand"],
      needsNote: true,
    },
    settle: {
      from: ["DISPUTED"],
      to: "OPEN",
      by: ["supply", "demand"],
      conditions: ["both-agree"],
    },
    agree: { from: ["OPEN"], to: "AGREED", by: ["market"] },
    reopen: { from: ["AGREED"], to: "OPEN", by: ["market"] },
    contract: { from: ["AGREED"], to: "CONTRACTED", by: ["market"] },
    complete: { from: ["CONTRACTED"], to: "COMPLETED", by: ["market"] },
    close: {
      from: ["OPEN", "PAUSED", "DISPUTED", "AGREED"],
      to: "CLOSED",
      by: ["supply", "demand", "operator"],
      conditions: ["reason-given", "nothing-signed"],
    },
    terminate: { from: ["CONTRACTED"], to: "CLOSED", by: ["market"] },
    endTrade: {
      from: ["OPEN", "PAUSED", "DISPUTED", "AGREED"],
      to: "CLOSED",
      by: ["market"],
    },
  },
  clocks: {
    quiet: {
      runsIn: ["OPEN", "AGREED"],
      unit: "DAY",
      parameter: "market.deal.quiet_days",
      fires: null,
    },
  },
});

export type DealState = (typeof dealProcedure.states)[number];
export type DealMove = keyof typeof dealProcedure.moves;
export type DealRelation = (typeof dealProcedure.relations)[number];
