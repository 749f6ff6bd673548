import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * 揭榜方 at work: contract, milestones, acceptance. Several run side by side in a race (赛马) and are
 * eliminated with a reason; with public money an expert's opinion goes before the poster's acceptance.
 * Whoever failed in spite of diligent work is exempted (尽职免责) by the market's office.
 */
export const challengeTakerProcedure = defineProcedure({
  name: "challenge-taker",
  version: "1",
  initial: "CONTRACTING",
  states: [
    "CONTRACTING",
    "RUNNING",
    "ACCEPTANCE",
    "PASSED",
    "NOT_PASSED",
    "EXEMPTED",
    "ELIMINATED",
    "TERMINATED",
    "REWARDED",
  ],
  relations: ["taker", "poster", "expert", "operator", "market"],
  moves: {
    begin: {
      from: ["CONTRACTING"],
      to: "RUNNING",
      by: ["poster"],
      conditions: ["challenge-runs", "contract-signed", "milestones-planned"],
    },
    deliver: {
      from: ["RUNNING"],
      to: "ACCEPTANCE",
      by: ["taker"],
      conditions: ["challenge-runs", "milestones-done"],
    },
    sendBack: { from: ["ACCEPTANCE"], to: "RUNNING", by: ["poster"], needsNote: true },
    opine: {
      from: ["ACCEPTANCE"],
      to: "ACCEPTANCE",
      by: ["expert"],
      conditions: ["unconnected", "opinion-given"],
      needsNote: true,
    },
    nextStage: {
      from: ["RUNNING"],
      to: "RUNNING",
      by: ["poster"],
      conditions: ["challenge-runs", "staged", "stage-accepted"],
    },
    pass: {
      from: ["ACCEPTANCE"],
      to: "PASSED",
      by: ["poster"],
      conditions: ["challenge-runs", "targets-met", "expert-accepts", "reward-fits"],
    },
    fail: {
      from: ["RUNNING", "ACCEPTANCE"],
      to: "NOT_PASSED",
      by: ["poster", "operator"],
      conditions: ["judged"],
      needsNote: true,
    },
    exempt: {
      from: ["NOT_PASSED"],
      to: "EXEMPTED",
      by: ["operator"],
      conditions: ["unconnected", "diligent"],
      needsNote: true,
    },
    eliminate: {
      from: ["RUNNING", "ACCEPTANCE"],
      to: "ELIMINATED",
      by: ["poster"],
      conditions: ["challenge-runs", "is-race", "another-remains"],
      needsNote: true,
    },
    terminate: {
      from: ["CONTRACTING", "RUNNING", "ACCEPTANCE"],
      to: "TERMINATED",
      by: ["poster", "operator", "market"],
      conditions: ["judged"],
      needsNote: true,
    },
    reward: {
      from: ["PASSED"],
      to: "REWARDED",
      by: ["market"],
      conditions: ["poster-part-paid"],
    },
  },
  clocks: {
    contract: {
      runsIn: ["CONTRACTING"],
      unit: "DAY",
      parameter: "market.challenge.contract_days",
      fires: null,
    },
  },
});

export type TakerState = (typeof challengeTakerProcedure.states)[number];
export type TakerMove = keyof typeof challengeTakerProcedure.moves;
export type TakerRelation = (typeof challengeTakerProcedure.relations)[number];

/** States in which a taker still works towards the targets. */
export const RUNNING_TAKER_STATES: readonly TakerState[] = ["CONTRACTING", "RUNNING", "ACCEPTANCE"];
