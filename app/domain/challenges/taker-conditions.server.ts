import { membershipOf } from "~/domain/identity/permission-rules";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { readTargets } from "./challenge-schema";
import { RUNNING_TAKER_STATES } from "./challenge-taker-procedure";
import { judged, readOpinions } from "./delivered-work-conditions.server";
import { DILIGENCE, leftOfPosterPart } from "./reward-rules";
import { CONFLICT_SOURCE, DILIGENCE_SOURCE, JINAN, MARKET_RULE } from "./rule-sources";
import type { TakerRow } from "./taker-rows.server";
import { isTargetMet } from "./target-rules";
import { readMeasured } from "./work-schema";

type Context = MoveContext<TakerRow>;
type Condition = (context: Context) => ConditionResult | Promise<ConditionResult>;

export type TakerConditionId =
  | "challenge-runs"
  | "contract-signed"
  | "milestones-planned"
  | "milestones-done"
  | "unconnected"
  | "opinion-given"
  | "judged"
  | "staged"
  | "stage-accepted"
  | "targets-met"
  | "expert-accepts"
  | "reward-fits"
  | "diligent"
  | "is-race"
  | "another-remains"
  | "poster-part-paid";

const SIGNED = ["CONTRACTED", "COMPLETED"];

/** The latest measured value of each target over the accepted milestones. */
export function latestMeasured(row: Pick<TakerRow, "milestones">): Map<number, string> {
  const found = new Map<number, string>();
  for (const milestone of row.milestones) {
    if (milestone.state !== "ACCEPTED") continue;
    for (const one of readMeasured(milestone.measured)) found.set(one.target, one.measured);
  }
  return found;
}

/** With public money every target must be reached; else the poster may accept what is short of one. */
const targetsMet: Condition = ({ subject }) => {
  const measured = latestMeasured(subject);
  const answers = readTargets(subject.challenge.targets).map((target, index) => {
    const value = measured.get(index);
    return { name: target.name, met: value === undefined ? null : isTargetMet(target, value) };
  });
  const unmet = answers.filter((one) => one.met === false).map((one) => one.name);
  const unknown = answers.filter((one) => one.met === null).map((one) => one.name);
  const isPublic = (subject.challenge.publicFen ?? 0n) > 0n;
  const rest = {
    inputs: { unmet, unknown, isPublic },
    formula:
      "every target is reached by the latest measured value; public money allows no shortfall",
    source: JINAN,
  };
  if (unmet.length > 0 && isPublic) {
    return { ...rest, answer: "NOT_MET", code: "challenge_target_unmet" };
  }
  return { ...rest, answer: unmet.length + unknown.length === 0 ? "MET" : "PERSON_DECIDES" };
};

/** Of each expert the latest opinion since the work was handed over counts. */
const expertAccepts: Condition = async ({ tx, subject }) => {
  const isPublic = (subject.challenge.publicFen ?? 0n) > 0n;
  const { accepts, rejects } = await readOpinions(tx, subject.id);
  return conditionOf(!isPublic || (accepts > 0 && rejects === 0), {
    inputs: { isPublic, accepts, rejects },
    formula: "not public money, or at least one expert accepts and none rejects",
    source: JINAN,
    code: "challenge_expert_opinion",
  });
};

const rewardFits: Condition = ({ subject, input }) => {
  const { posterFen, takers } = subject.challenge;
  const others = takers.filter((one) => one.id !== subject.id).map((one) => one.rewardFen);
  const left = leftOfPosterPart(posterFen ?? 0n, others);
  const asked = typeof input.rewardFen === "string" ? BigInt(input.rewardFen) : -1n;
  return conditionOf(asked >= 0n && asked <= left, {
    inputs: { asked: asked.toString(), left: left.toString() },
    formula: "0 <= reward <= what is left of the poster's money",
    source: MARKET_RULE,
    code: "challenge_reward",
    field: "rewardFen",
  });
};

const unconnected: Condition = ({ subject, actor }) => {
  const isTaker = membershipOf(actor, subject.organisationId) !== null;
  const isPoster = membershipOf(actor, subject.challenge.organisationId) !== null;
  return conditionOf(!isTaker && !isPoster, {
    inputs: { isTaker, isPoster },
    formula: "whoever judges belongs to neither side",
    source: CONFLICT_SOURCE,
    code: "own_organisation",
  });
};

const among = (row: TakerRow) =>
  row.challenge.takers.filter(
    (one) => one.id !== row.id && RUNNING_TAKER_STATES.some((state) => state === one.state),
  ).length;

export const takerConditions: Record<TakerConditionId, Condition> = {
  "challenge-runs": ({ subject }) =>
    conditionOf(subject.challenge.state === "RUNNING", {
      inputs: { state: subject.challenge.state },
      formula: "the challenge runs",
      source: JINAN,
      code: "challenge_not_running",
    }),
  "contract-signed": ({ subject, input }) => {
    const state = subject.deal?.state ?? null;
    const isSigned = state !== null && SIGNED.includes(state);
    const rest = {
      inputs: { deal: state, onPaper: input.paperSigned === true },
      formula: "the room's contract is signed, or the poster states that it was signed on paper",
      source: JINAN,
    };
    if (isSigned) return { ...rest, answer: "MET" };
    if (input.paperSigned === true) return { ...rest, answer: "PERSON_DECIDES" };
    return { ...rest, answer: "NOT_MET", code: "challenge_contract", field: "paperSigned" };
  },
  "milestones-planned": ({ subject }) =>
    conditionOf(subject.milestones.length > 0, {
      inputs: { milestones: subject.milestones.length },
      formula: "milestones > 0",
      source: JINAN,
      code: "challenge_no_milestones",
    }),
  "milestones-done": ({ subject }) => {
    const open = subject.milestones.filter((one) => one.state !== "ACCEPTED").length;
    return conditionOf(open === 0 && subject.milestones.length > 0, {
      inputs: { open, milestones: subject.milestones.length },
      formula: "every milestone is accepted",
      source: JINAN,
      code: "challenge_milestones_open",
    });
  },
  unconnected,
  judged,
  "opinion-given": ({ input }) =>
    conditionOf(input.opinion === "ACCEPT" || input.opinion === "REJECT", {
      inputs: { opinion: input.opinion ?? null },
      formula: "opinion is ACCEPT or REJECT",
      source: JINAN,
      code: "required",
      field: "opinion",
    }),
  staged: ({ subject }) =>
    conditionOf(subject.challenge.takerMode === "STAGED", {
      inputs: { mode: subject.challenge.takerMode },
      formula: "takers are fewer after each stage",
      source: JINAN,
      code: "challenge_not_staged",
    }),
  "stage-accepted": ({ subject }) => {
    const accepted = subject.milestones.filter((one) => one.state === "ACCEPTED").length;
    return conditionOf(accepted >= subject.stage && subject.stage < subject.milestones.length, {
      inputs: { accepted, stage: subject.stage, milestones: subject.milestones.length },
      formula: "accepted milestones >= stage < milestones",
      source: JINAN,
      code: "challenge_stage_open",
    });
  },
  "targets-met": targetsMet,
  "expert-accepts": expertAccepts,
  "reward-fits": rewardFits,
  diligent: ({ input }) => {
    const missing = DILIGENCE.filter((one) => input[one] !== true);
    return conditionOf(missing.length === 0, {
      inputs: { missing: [...missing] },
      formula: "plan followed, records kept, money used as agreed, no misconduct",
      source: DILIGENCE_SOURCE,
      code: "must_accept",
      ...(missing[0] ? { field: missing[0] } : {}),
    });
  },
  "is-race": ({ subject }) =>
    conditionOf(subject.challenge.takerMode !== "ONE", {
      inputs: { mode: subject.challenge.takerMode },
      formula: "several takers in parallel or by stages",
      source: JINAN,
      code: "challenge_not_race",
    }),
  "another-remains": ({ subject }) => {
    const others = among(subject);
    return conditionOf(others > 0, {
      inputs: { others },
      formula: "another taker still works",
      source: MARKET_RULE,
      code: "challenge_last_taker",
    });
  },
  "poster-part-paid": async ({ tx, subject }) => {
    const open = await tx.payment.count({
      where: {
        caseType: "CHALLENGE",
        caseId: subject.challengeId,
        itemId: subject.id,
        purpose: "REWARD",
        state: { notIn: ["PAID", "APPLIED"] },
      },
    });
    return conditionOf(open === 0, {
      inputs: { open },
      formula: "no payment of the reward is open",
      source: MARKET_RULE,
      code: "challenge_reward_open",
    });
  },
};
