import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * What a rule has found about a trade. A person who belongs to none of those it names looks at the rows
 * and says what it is. A confirmed flag has no effect of its own, strikes and suspension are steps that
 * people take; only who is confirmed to be related to the seller of a lot does not bid in it.
 */
export const tradeFlagProcedure = defineProcedure({
  name: "trade-flag",
  version: "1",
  initial: "OPEN",
  states: ["OPEN", "DISMISSED", "CONFIRMED"],
  relations: ["operator"],
  moves: {
    dismiss: {
      from: ["OPEN"],
      to: "DISMISSED",
      by: ["operator"],
      conditions: ["not-own-organisation"],
      needsNote: true,
    },
    confirm: {
      from: ["OPEN"],
      to: "CONFIRMED",
      by: ["operator"],
      conditions: ["not-own-organisation"],
      needsNote: true,
    },
  },
  clocks: {},
});

export type TradeFlagState = (typeof tradeFlagProcedure.states)[number];
export type TradeFlagMove = keyof typeof tradeFlagProcedure.moves;
export type TradeFlagRelation = (typeof tradeFlagProcedure.relations)[number];
export type TradeFlagCondition = "not-own-organisation";
