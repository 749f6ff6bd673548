import { systemActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { advance } from "~/domain/shared/procedure/advance.server";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import { findConflicts } from "./conflict-queries.server";
import {
  PLANNING_STATES,
  type RoadshowPlanMove,
  type RoadshowPlanRelation,
  type RoadshowPlanState,
  roadshowPlanProcedure,
} from "./roadshow-plan-procedure";

export interface PlanRow {
  id: string;
  state: string;
  version: number;
  roadshowId: string;
  roadshow: { organisationId: string; state: string };
}

type ConditionId = "none-solving" | "publishable" | "has-entries" | "without-conflict";

const SOURCE = "market rule of roadshows";

/** The former public version gives way, the event's calendars take a new sequence. */
const makePublic: MoveHook<PlanRow> = async ({ tx, subjects, now }) => {
  for (const { id, roadshowId } of subjects) {
    const former = await tx.roadshowPlan.findFirst({
      where: { roadshowId, state: { in: ["PROVISIONAL", "FINAL"] }, id: { not: id } },
      select: { id: true },
    });
    const market = systemActor("roadshow-timetable");
    if (former) await advance(tx, roadshowPlanConduct, former.id, "supersede", market);
    const { sequence } = await tx.roadshow.update({
      where: { id: roadshowId },
      data: { sequence: { increment: 1 }, changedAt: now },
      select: { sequence: true },
    });
    await tx.roadshowPlan.update({ where: { id }, data: { sequence, publishedAt: now } });
  }
};

const tell: MoveHook<PlanRow> = async ({ tx, subjects }) => {
  for (const { id, roadshowId } of subjects) {
    await tx.roadshow.update({ where: { id: roadshowId }, data: { planId: id } });
    await enqueueJob(tx, "roadshows.tellPlan", { planId: id });
    await enqueueJob(tx, "realtime.roadshow", { roadshowId, topic: "plan" });
  }
};

/** How versions of a timetable move. Whoever moves one has locked its event first. */
export const roadshowPlanConduct: Conduct<
  PlanRow,
  RoadshowPlanState,
  RoadshowPlanMove,
  RoadshowPlanRelation,
  ConditionId,
  never
> = {
  procedure: roadshowPlanProcedure,
  table: "RoadshowPlan",

  async load(tx, ids) {
    return tx.roadshowPlan.findMany({
      where: { id: { in: [...ids] } },
      orderBy: { id: "asc" },
      select: {
        id: true,
        state: true,
        version: true,
        roadshowId: true,
        roadshow: { select: { organisationId: true, state: true } },
      },
    });
  },

  relations(actor, { roadshow }) {
    if (actor.kind === "SYSTEM") return new Set<RoadshowPlanRelation>(["market"]);
    const { organisationId } = roadshow;
    return new Set<RoadshowPlanRelation>(
      can(actor, "roadshow.organise", { organisationId }) ? ["organiser"] : [],
    );
  },

  conditions: {
    "none-solving": async ({ tx, subject }) => {
      const solving = await tx.roadshowPlan.count({
        where: { roadshowId: subject.roadshowId, state: "SOLVING" },
      });
      return conditionOf(solving === 0, {
        inputs: { solving },
        formula: "no other version of the event is being solved",
        source: SOURCE,
        code: "plan_solving",
      });
    },
    publishable: ({ subject }) =>
      conditionOf(
        PLANNING_STATES.some((state) => state === subject.roadshow.state),
        {
          inputs: { state: subject.roadshow.state },
          formula: `state in ${PLANNING_STATES.join(", ")}`,
          source: SOURCE,
          code: "roadshow_not_open",
        },
      ),
    "has-entries": async ({ tx, subject }) => {
      const entries = await tx.roadshowEntry.count({ where: { planId: subject.id } });
      return conditionOf(entries > 0, {
        inputs: { entries },
        formula: "entries > 0",
        source: SOURCE,
        code: "plan_empty",
      });
    },
    // What the market makes keeps every rule but those that the day itself has broken.
    "without-conflict": async ({ tx, subject, actor }) => {
      const conflicts = actor.kind === "SYSTEM" ? [] : await findConflicts(tx, subject.id);
      const hard = conflicts.filter((one) => one.isHard).length;
      return conditionOf(hard === 0, {
        inputs: { conflicts: hard, isChecked: actor.kind !== "SYSTEM" },
        formula: "conflicts = 0",
        source: SOURCE,
        code: "plan_conflicts",
      });
    },
  },

  before: { publishProvisional: makePublic, publishFinal: makePublic },
  after: { publishProvisional: tell, publishFinal: tell },
};
