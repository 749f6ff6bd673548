import { systemActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { PLANNED_STATES } from "../call/project-procedure";
import { organiserHref } from "../events/roadshow-href";
import { replanDay } from "../timetable/replan-day.server";
import type { Solver } from "../timetable/solver-process.server";
import { DAY_STATES } from "./day-access.server";
import { tellStage } from "./tell-stage.server";

const MARKET = systemActor("roadshow-day");

/**
 * A project that was confirmed while the event runs gets a place in the public timetable, and those
 * concerned are told. Where it has none without a loss, those who organise are told which draft waits for
 * them. Again it changes nothing.
 * @throws DomainError "plan_changed_meanwhile" (409)
 */
export async function placeNewcomer(projectId: string, db: Db, solver?: Solver): Promise<void> {
  const project = await db.roadshowProject.findUnique({
    where: { id: projectId },
    select: { state: true, roadshow: { select: { id: true, state: true, planId: true } } },
  });
  if (!project || !PLANNED_STATES.some((state) => state === project.state)) return;
  const { id: roadshowId, state, planId } = project.roadshow;
  if (!DAY_STATES.includes(state) || !planId) return;
  if (!(await isWaiting(db, planId, projectId))) {
    try {
      await replanDay(roadshowId, { kind: "PROJECT_IN", projectId }, MARKET, db, solver);
      await tellStage(db, roadshowId);
      return;
    } catch (error) {
      const isLeft = error instanceof DomainError && error.code === "plan_day_incomplete";
      if (!isLeft) throw error;
    }
  }
  await inTransaction(db, async (tx) => {
    const { title, roadshow } = await tx.roadshowProject.findUniqueOrThrow({
      where: { id: projectId },
      select: { title: true, roadshow: { select: { title: true, organisationId: true } } },
    });
    const draft = await tx.roadshowPlan.findFirstOrThrow({
      where: { roadshowId, findings: answerTo(projectId) },
      orderBy: { version: "desc" },
    });
    await notify(tx, {
      userIds: await listPublisherIds(tx, roadshow.organisationId),
      kind: "pitchWithoutPlace",
      params: { title, roadshow: roadshow.title, version: String(draft.version) },
      href: `${organiserHref(roadshowId, "timetable")}?version=${draft.version}`,
      dedupeKey: `pitchWithoutPlace:${draft.id}`,
    });
  });
}

const answerTo = (projectId: string) => ({ path: ["newcomerId"], equals: projectId });

/** Whether there is a draft on top of the public version in which the newcomer cost too much. */
async function isWaiting(db: Db, planId: string, projectId: string): Promise<boolean> {
  const where = { basedOnId: planId, findings: answerTo(projectId) };
  return (await db.roadshowPlan.count({ where })) > 0;
}
