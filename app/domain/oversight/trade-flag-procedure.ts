import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * What a rule has found about a trade. A person looks at the rows and says what it is; a confirmed
 * flag has no effect of its own: strikes, suspension and exclusion are steps that people take.
 */
export const tradeFlagProcedure = defineProcedure({
  name: "trade-flag",
  version: "1",
  initial: "OPEN",
  states: ["OPEN", "DISMISSED", "CONFIRMED"],
  relations: ["operator"],
  moves: {
    dismiss: { from: ["OPEN"], to: "DISMISSED", by: ["operator"], needsNote: true },
    confirm: { from: ["OPEN"], to: "CONFIRMED", by: ["operator"], needsNote: true },
  },
  clocks: {},
});

export type TradeFlagState = (typeof tradeFlagProcedure.states)[number];
export type TradeFlagMove = keyof typeof tradeFlagProcedure.moves;
export type TradeFlagRelation = (typeof tradeFlagProcedure.relations)[number];
