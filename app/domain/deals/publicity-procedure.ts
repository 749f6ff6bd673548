import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * 协议定价公示: a government-run unit makes the agreed price of a service outcome public before it
 * signs (Shandong regulation on the transformation of outcomes, art. 14). An objection stops the
 * clock until its result is published; the rest of the period follows, or the whole one where the
 * market's parameter says so. Other terms that tell another price begin a new publicity.
 */
export const publicityProcedure = defineProcedure({
  name: "pricing-publicity",
  version: "1",
  initial: "PROPOSED",
  states: [
    "PROPOSED",
    "APPROVED",
    "PUBLICITY",
    "OBJECTION_HANDLING",
    "CLEARED",
    "REVISED",
    "STOPPED",
  ],
  relations: ["unit", "market"],
  moves: {
    approve: {
      from: ["PROPOSED"],
      to: "APPROVED",
      by: ["unit"],
      conditions: ["terms-current", "related-declared", "minutes-there"],
    },
    start: {
      from: ["APPROVED"],
      to: "PUBLICITY",
      by: ["unit"],
      conditions: ["terms-current", "related-declared", "long-enough"],
    },
    object: { from: ["PUBLICITY"], to: "OBJECTION_HANDLING", by: ["market"] },
    resume: {
      from: ["OBJECTION_HANDLING"],
      to: "PUBLICITY",
      by: ["unit"],
      conditions: ["objections-closed", "none-upheld"],
    },
    restart: {
      from: ["OBJECTION_HANDLING"],
      to: "PUBLICITY",
      by: ["unit"],
      conditions: ["objections-closed", "none-upheld"],
    },
    clear: {
      from: ["PUBLICITY"],
      to: "CLEARED",
      by: ["market"],
      conditions: ["period-over", "objections-closed", "none-upheld"],
    },
    revise: {
      from: ["PROPOSED", "APPROVED", "PUBLICITY", "OBJECTION_HANDLING", "CLEARED"],
      to: "REVISED",
      by: ["unit", "market"],
      needsNote: true,
    },
    stop: {
      from: ["PROPOSED", "APPROVED", "PUBLICITY", "OBJECTION_HANDLING"],
      to: "STOPPED",
      by: ["unit"],
      needsNote: true,
    },
  },
  clocks: {
    publicity: {
      runsIn: ["PUBLICITY"],
      suspendedIn: ["OBJECTION_HANDLING"],
      restartsOn: ["restart"],
      unit: "DAY",
      parameter: "market.publicity.agreement_days",
      fires: "clear",
    },
  },
});

export type PublicityState = (typeof publicityProcedure.states)[number];
export type PublicityMove = keyof typeof publicityProcedure.moves;
export type PublicityRelation = (typeof publicityProcedure.relations)[number];

/** States in which, once begun, the page is public; its address never goes away. */
export const PUBLIC_STATES: readonly PublicityState[] = [
  "PUBLICITY",
  "OBJECTION_HANDLING",
  "CLEARED",
  "REVISED",
  "STOPPED",
];

export function isPublicityState(text: string): text is PublicityState {
  return publicityProcedure.states.some((state) => state === text);
}
