import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { withdrawForIllness } from "../call/project-moves.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { replanDay } from "../timetable/replan-day.server";
import type { Solver } from "../timetable/solver-process.server";
import { assertDay } from "./day-access.server";
import { tellStage } from "./tell-stage.server";

/**
 * A presenter cannot come: the project leaves the event, the best reserve moves up, the presenter's
 * one-to-one meetings go too, and the timetable is planned again around the gap. Reported once more, the timetable is changed if it could not be the first time.
 * @returns how many entries have moved
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409), "wrong_state" (409)
 */
export async function reportIllness(
  input: { roadshowId: string; projectId: string; note: string },
  actor: UserActor,
  db: Db,
  solver?: Solver,
): Promise<number> {
  const { roadshowId, projectId, note } = input;
  const participantId = await inTransaction(db, async (tx) => {
    const { roadshow } = await assertOrganiser(tx, roadshowId, actor);
    assertDay(roadshow.state);
    await lockRoadshow(tx, roadshowId);
    const project = isId(projectId)
      ? await tx.roadshowProject.findFirst({
          where: { id: projectId, roadshowId },
          select: {
            state: true,
            presenterUserId: true,
            roadshow: { select: { planId: true } },
          },
        })
      : null;
    if (!project) throw new DomainError("not_found", { status: 404 });
    const { planId } = project.roadshow;
    const presenter = project.presenterUserId
      ? await tx.roadshowParticipant.findUnique({
          where: { roadshowId_userId: { roadshowId, userId: project.presenterUserId } },
          select: { id: true },
        })
      : null;
    const isLeft = project.state === "WITHDRAWN" && planId !== null;
    const isStillPlanned =
      isLeft && (await tx.roadshowEntry.count({ where: { planId, projectId } })) > 0;
    if (!isStillPlanned) await withdrawForIllness(tx, projectId, note, actor);
    return presenter?.id;
  });
  const { moved } = await replanDay(
    roadshowId,
    { kind: "PROJECT_OUT", projectId, ...(participantId && { participantId }) },
    actor,
    db,
    solver,
  );
  await tellStage(db, roadshowId);
  return moved.length;
}
