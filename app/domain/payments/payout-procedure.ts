import { defineProcedure } from "~/domain/shared/procedure/procedure";

/** Money passed on to whom it is owed: through Stripe Connect, or by a bank transfer of two operators. */
export const payoutProcedure = defineProcedure({
  name: "payout",
  version: "1",
  initial: "DUE",
  states: ["DUE", "SENT", "DONE", "FAILED"],
  relations: ["operator", "market"],
  moves: {
    sendOnline: {
      from: ["DUE"],
      to: "SENT",
      by: ["operator"],
      conditions: ["can-connect", "not-own-money", "still-owed"],
    },
    sendTransfer: {
      from: ["DUE"],
      to: "SENT",
      by: ["operator"],
      conditions: ["not-own-money", "still-owed"],
    },
    confirm: {
      from: ["SENT"],
      to: "DONE",
      by: ["operator"],
      conditions: ["by-transfer", "not-own-money", "second-person"],
    },
    takeBack: {
      from: ["SENT"],
      to: "DUE",
      by: ["operator"],
      conditions: ["by-transfer"],
      needsNote: true,
    },
    settle: { from: ["SENT"], to: "DONE", by: ["market"], conditions: ["by-stripe"] },
    fail: { from: ["SENT"], to: "FAILED", by: ["market"], conditions: ["by-stripe"] },
    /** The money went back to the payer before it was passed on. */
    drop: { from: ["DUE", "FAILED"], to: "FAILED", by: ["market"] },
    retry: {
      from: ["FAILED"],
      to: "DUE",
      by: ["operator"],
      conditions: ["still-owed"],
      needsNote: true,
    },
  },
  clocks: {},
});

export type PayoutState = (typeof payoutProcedure.states)[number];
export type PayoutMove = keyof typeof payoutProcedure.moves;
export type PayoutRelation = (typeof payoutProcedure.relations)[number];
