import { readErrorCode } from "~/domain/shared/error-code";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { readRules } from "../events/roadshow-rules-schema";
import { noveltyFault } from "./novelty-rules";
import { missingParts, ruleFaults } from "./project-completeness-rules";
import { HANDED_IN_STATES, type ProjectMove, type projectProcedure } from "./project-procedure";
import type { ProjectRow } from "./project-rows.server";

type Context = MoveContext<ProjectRow>;
type Condition = (context: Context) => ConditionResult | Promise<ConditionResult>;
type Moves = (typeof projectProcedure.moves)[ProjectMove];
export type ProjectConditionId = Moves extends infer M
  ? M extends { conditions?: readonly (infer C)[] }
    ? C
    : never
  : never;

const MARKET_RULE = "market rule on roadshows";
const NOVELTY = "Patent Law of the PRC, arts. 22 and 24";

/** Condition on the state of the event. */
const eventIn =
  (states: readonly string[], code = "roadshow_not_open"): Condition =>
  ({ subject }) =>
    conditionOf(states.includes(subject.roadshow.state), {
      inputs: { event: subject.roadshow.state },
      formula: `the event is ${states.join(" or ")}`,
      source: MARKET_RULE,
      code,
    });

/** Equipment that the halls of an event have. */
async function equipmentOf({ tx, subject }: Context): Promise<string[]> {
  const places = await tx.roadshowPlace.findMany({
    where: { roadshowId: subject.roadshowId, kind: { not: "TABLES" } },
    select: { equipment: true },
  });
  return places.flatMap((one) => one.equipment);
}

const withinRules: Condition = async (context) => {
  const { roadshow, ...project } = context.subject;
  const [fault] = ruleFaults(project, {
    rules: readRules(roadshow.rules),
    languages: roadshow.languages,
    format: roadshow.format,
    equipment: await equipmentOf(context),
  });
  return conditionOf(!fault, {
    inputs: { fault: fault ? readErrorCode(fault.code).code : null },
    formula:
      "length, people, language, equipment and form of attendance are within the event's rules",
    source: MARKET_RULE,
    ...(fault && { code: fault.code, field: fault.field }),
  });
};

const noveltyKept: Condition = ({ subject }) => {
  const rights = subject.achievement?.ipRights.map((one) => ({ ...one, number: one.number ?? "" }));
  const fault = noveltyFault(subject, (rights ?? null) as never);
  const { side, noveltyAnswer, confidentiality } = subject;
  return conditionOf(!fault, {
    inputs: { side, answer: noveltyAnswer, confidentiality },
    formula: "an application is filed, nothing is left to protect, or only bound people see it",
    source: NOVELTY,
    ...(fault && { code: fault.code, field: fault.field }),
  });
};

const notTooMany: Condition = async ({ tx, subject }) => {
  const { organisationId, roadshowId, id, roadshow } = subject;
  const others = await tx.roadshowProject.count({
    where: { organisationId, roadshowId, id: { not: id }, state: { in: [...HANDED_IN_STATES] } },
  });
  const limit = readRules(roadshow.rules).projectsPerOrganisation;
  return conditionOf(others < limit, {
    inputs: { others, limit },
    formula: "others of the organisation < projects per organisation",
    source: MARKET_RULE,
    code: "pitch_too_many",
  });
};

/** The organiser may decide before every reviewer has answered, and over an own project; the evidence says so. */
const reviewed: Condition = async ({ tx, subject }) => {
  const { roadshow } = subject;
  const reviewers = roadshow.members.filter((one) => one.role === "REVIEWER");
  const memberId = { in: reviewers.map((one) => one.id) };
  const projectId = subject.id;
  const recused = await tx.roadshowRecusal.count({ where: { projectId, memberId } });
  const reviews = await tx.roadshowReview.count({
    where: { projectId, memberId, member: { recusals: { none: { projectId } } } },
  });
  const wanted = reviewers.length - recused;
  const isOwn = subject.organisationId === roadshow.organisationId;
  return {
    answer: wanted > 0 && reviews >= wanted && !isOwn ? "MET" : "PERSON_DECIDES",
    inputs: { wanted, reviews, isOwn },
    formula: "every reviewer who is not recused has handed in, and it is not the organiser's own",
    source: MARKET_RULE,
  };
};

export const projectConditions: Record<ProjectConditionId, Condition> = {
  "call-open": ({ subject, now }) => {
    const { state, callDueAt } = subject.roadshow;
    return conditionOf(state === "CALL_OPEN" && (callDueAt === null || now < callDueAt), {
      inputs: { event: state, callDueAt: callDueAt?.toISOString() ?? null },
      formula: "the call is open and its end has not passed",
      source: MARKET_RULE,
      code: "pitch_call_over",
    });
  },
  complete: ({ subject }) => {
    const missing = missingParts(subject);
    return conditionOf(missing.length === 0, {
      inputs: { missing },
      formula: "nothing is missing",
      source: MARKET_RULE,
      code: "required",
      ...(missing[0] && { field: missing[0] }),
    });
  },
  "within-rules": withinRules,
  "novelty-kept": noveltyKept,
  "not-too-many": notTooMany,
  "check-open": eventIn(["CALL_OPEN", "CALL_CLOSED", "SELECTION"]),
  selecting: eventIn(["SELECTION"], "pitch_not_selecting"),
  reviewed,
  "call-over": eventIn(["CALL_CLOSED", "SELECTION", "AGENDA_SET", "REGISTRATION", "LIVE"]),
  "event-ahead": eventIn(["SELECTION", "AGENDA_SET", "REGISTRATION", "LIVE"]),
  "in-time": ({ subject, now }) => {
    const due = subject.confirmDueAt;
    return conditionOf(due !== null && now < due, {
      inputs: { confirmDueAt: due?.toISOString() ?? null },
      formula: "now < end of confirmation",
      source: MARKET_RULE,
      code: "pitch_confirm_over",
    });
  },
  "time-over": ({ subject, now }) => {
    const due = subject.confirmDueAt;
    const event = subject.roadshow.state;
    return conditionOf(event === "REPORTED" || (due !== null && now >= due), {
      inputs: { confirmDueAt: due?.toISOString() ?? null, event },
      formula: "now >= end of confirmation, or the event is REPORTED",
      source: MARKET_RULE,
    });
  },
  "material-there": ({ subject }) =>
    conditionOf(subject.materialFileId !== null, {
      inputs: { hasMaterial: subject.materialFileId !== null },
      formula: "a file was handed in",
      source: MARKET_RULE,
      code: "pitch_no_material",
    }),
  "event-runs": eventIn(["LIVE", "MATCHING"]),
};
