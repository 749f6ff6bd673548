import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { FOLLOWED_EVENT_STATES, type FollowUpStatus } from "./follow-up-schema";
import { getOwnProject } from "./own-project-access.server";

/**
 * Says how a project stands at one round of follow-up. It can be corrected until the event is closed.
 * What is said stays a statement: it moves nothing that the market counts by itself.
 * @throws DomainError "not_found" (404), "roadshow_follow_up_early", "wrong_state" (409)
 */
export async function answerFollowUp(
  input: {
    projectId: string;
    days: number;
    status: FollowUpStatus;
    note: string;
    stated: bigint | null;
  },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { roadshowId } = await getOwnProject(tx, input.projectId, actor);
    await lockRoadshow(tx, roadshowId);
    const row = assertFound(
      await tx.roadshowFollowUp.findUnique({
        where: { projectId_days: { projectId: input.projectId, days: input.days } },
        include: { roadshow: { select: { state: true } } },
      }),
    );
    if (!FOLLOWED_EVENT_STATES.some((state) => state === row.roadshow.state)) {
      throw new DomainError("wrong_state", { status: 409 });
    }
    const now = clock.now();
    if (row.dueOn.toISOString().slice(0, 10) > calendarDate(now)) {
      throw new DomainError("roadshow_follow_up_early", { status: 409 });
    }
    const { status, note, stated } = input;
    await tx.roadshowFollowUp.update({
      where: { id: row.id },
      data: {
        status,
        note,
        // Nothing came of it: then there is no amount either.
        statedFen: status === "NOTHING" ? null : stated,
        answeredById: actor.userId,
        answeredAt: now,
      },
    });
    await appendAudit(tx, actor, {
      action: "roadshow-follow-up.answer",
      subjectType: "RoadshowProject",
      subjectId: input.projectId,
      detail: { days: input.days, status, statedFen: stated?.toString() ?? null },
    });
  });
}
