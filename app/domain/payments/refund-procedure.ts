import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * Money on its way back: through Stripe by the market itself, or by a bank transfer that one operator
 * records and another one confirms.
 */
export const refundProcedure = defineProcedure({
  name: "refund",
  version: "1",
  initial: "DUE",
  states: ["DUE", "SENT", "DONE", "FAILED"],
  relations: ["operator", "market"],
  moves: {
    sendOnline: { from: ["DUE"], to: "SENT", by: ["market"], conditions: ["by-stripe"] },
    sendTransfer: {
      from: ["DUE"],
      to: "SENT",
      by: ["operator"],
      conditions: ["by-transfer", "not-own-money"],
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
    settle: { from: ["SENT", "FAILED"], to: "DONE", by: ["market"], conditions: ["by-stripe"] },
    fail: { from: ["SENT"], to: "FAILED", by: ["market"], conditions: ["by-stripe"] },
    retry: { from: ["FAILED"], to: "DUE", by: ["operator"], needsNote: true },
  },
  clocks: {},
});

export type RefundState = (typeof refundProcedure.states)[number];
export type RefundMove = keyof typeof refundProcedure.moves;
export type RefundRelation = (typeof refundProcedure.relations)[number];
