import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * 奖励分配: how a unit shares out the reward for those who made and transferred an achievement, made
 * public before it is confirmed (国科发政〔2018〕103号). An objection stops the clock until it is handled;
 * a change of the sheet starts the publicity anew. A unit that no publicity is asked of confirms at once.
 */
export const rewardProcedure = defineProcedure({
  name: "reward",
  version: "1",
  initial: "DRAFT",
  states: ["DRAFT", "PUBLICITY", "OBJECTION_HANDLING", "CONFIRMED", "PAID", "CANCELLED"],
  relations: ["unit", "market"],
  moves: {
    publish: {
      from: ["DRAFT"],
      to: "PUBLICITY",
      by: ["unit"],
      conditions: [
        "income-received",
        "shares-add-up",
        "floor-kept",
        "bonus-allowed",
        "contact-given",
      ],
    },
    confirmAtOnce: {
      from: ["DRAFT"],
      to: "CONFIRMED",
      by: ["unit"],
      conditions: [
        ...(["publicity-not-asked", "income-received", "shares-add-up"] as const),
        ...(["floor-kept", "bonus-allowed"] as const),
      ],
    },
    object: { from: ["PUBLICITY"], to: "OBJECTION_HANDLING", by: ["market"] },
    resume: {
      from: ["OBJECTION_HANDLING"],
      to: "PUBLICITY",
      by: ["unit"],
      conditions: ["objections-rejected"],
    },
    revise: {
      from: ["PUBLICITY", "OBJECTION_HANDLING"],
      to: "DRAFT",
      by: ["unit"],
      conditions: ["objections-handled"],
      needsNote: true,
    },
    confirm: {
      from: ["PUBLICITY"],
      to: "CONFIRMED",
      by: ["unit"],
      conditions: ["publicity-over", "objections-rejected"],
    },
    pay: { from: ["CONFIRMED"], to: "PAID", by: ["unit"], conditions: ["paid-in-window"] },
    cancel: {
      from: ["DRAFT", "PUBLICITY", "OBJECTION_HANDLING"],
      to: "CANCELLED",
      by: ["unit"],
      conditions: ["objections-handled"],
      needsNote: true,
    },
  },
  clocks: {
    publicity: {
      runsIn: ["PUBLICITY"],
      suspendedIn: ["OBJECTION_HANDLING"],
      restartsOn: ["publish"],
      unit: "WORKDAY",
      parameter: "iit.reward.publicity_workdays",
      fires: null,
    },
  },
});

export type RewardState = (typeof rewardProcedure.states)[number];
export type RewardMove = keyof typeof rewardProcedure.moves;
export type RewardRelation = (typeof rewardProcedure.relations)[number];
