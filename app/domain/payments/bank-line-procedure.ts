import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * A line of the bank's list that no payment, refund or payout accounts for. One operator proposes how
 * it is booked, another one confirms it. What goes its ordinary way stays LISTED for ever.
 */
export const bankLineProcedure = defineProcedure({
  name: "bank-line",
  version: "1",
  initial: "LISTED",
  states: ["LISTED", "PROPOSED", "BOOKED"],
  relations: ["operator"],
  moves: {
    propose: {
      from: ["LISTED"],
      to: "PROPOSED",
      by: ["operator"],
      conditions: ["not-own-money", "has-booking"],
    },
    confirm: {
      from: ["PROPOSED"],
      to: "BOOKED",
      by: ["operator"],
      conditions: ["not-own-money", "second-person", "same-booking"],
    },
    takeBack: { from: ["PROPOSED"], to: "LISTED", by: ["operator"], needsNote: true },
  },
  clocks: {},
});

export type BankLineState = (typeof bankLineProcedure.states)[number];
export type BankLineMove = keyof typeof bankLineProcedure.moves;
export type BankLineRelation = (typeof bankLineProcedure.relations)[number];
