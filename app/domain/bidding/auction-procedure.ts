import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * One run of bidding. The engine decides when it opens and ends; its events say why, and the state
 * here follows them in the same transaction. An operator can stop the time, let it go on, or void the
 * run, each with a reason that stands in the public record.
 */
export const auctionProcedure = defineProcedure({
  name: "auction",
  version: "1",
  initial: "SCHEDULED",
  states: ["SCHEDULED", "OPEN", "SUSPENDED", "ENDED", "VOID"],
  relations: ["operator", "market"],
  moves: {
    open: { from: ["SCHEDULED"], to: "OPEN", by: ["market"] },
    end: { from: ["OPEN"], to: "ENDED", by: ["market"] },
    suspend: {
      from: ["SCHEDULED", "OPEN"],
      to: "SUSPENDED",
      by: ["operator", "market"],
      needsNote: true,
    },
    resume: { from: ["SUSPENDED"], to: "OPEN", by: ["operator", "market"], needsNote: true },
    // Stopped before the announced start: it still waits for it.
    resumeWaiting: {
      from: ["SUSPENDED"],
      to: "SCHEDULED",
      by: ["operator", "market"],
      needsNote: true,
    },
    void: {
      from: ["SCHEDULED", "OPEN", "SUSPENDED"],
      to: "VOID",
      by: ["operator", "market"],
      needsNote: true,
    },
  },
  clocks: {},
});

export type AuctionProcedureState = (typeof auctionProcedure.states)[number];
export type AuctionMove = keyof typeof auctionProcedure.moves;
export type AuctionRelation = (typeof auctionProcedure.relations)[number];
