import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { noteRecusal } from "./note-recusal.server";

/**
 * The organiser has a reviewer or judge step back. Not once a reviewer's points are in: nobody drops a known
 * opinion. Of a judge an interest may come to light on stage: until the scoring is closed the sheet is taken
 * out, with the reason.
 * @throws DomainError "not_found" (404), "note_required", "pitch_reviewed" (409), "score_closed" (409)
 */
export async function orderRecusal(
  input: { roadshowId: string; memberId: string; projectId: string; reason: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await assertOrganiser(tx, input.roadshowId, actor);
    await lockRoadshow(tx, input.roadshowId);
    const member = isId(input.memberId)
      ? await tx.roadshowMember.findFirst({
          where: { id: input.memberId, roadshowId: input.roadshowId, state: "ACCEPTED" },
          select: { id: true, role: true },
        })
      : null;
    if (!member || !["REVIEWER", "JUDGE"].includes(member.role)) {
      throw new DomainError("not_found", { status: 404 });
    }
    if (!isId(input.projectId)) throw new DomainError("not_found", { status: 404 });
    const where = { memberId: member.id, projectId: input.projectId };
    if ((await tx.roadshowReview.count({ where })) > 0) {
      throw new DomainError("pitch_reviewed", { status: 409 });
    }
    // Closing the scores takes the same lock: the sheet counts in the result or it does not.
    await tx.$queryRaw`
      SELECT 1 FROM "RoadshowProject" WHERE id = ${input.projectId}::uuid FOR NO KEY UPDATE`;
    const closed = { ...where, project: { scoresClosedAt: { not: null } } };
    if ((await tx.roadshowScore.count({ where: closed })) > 0) {
      throw new DomainError("score_closed", { status: 409 });
    }
    await noteRecusal(tx, input.roadshowId, { ...input, kind: "ORDERED" }, actor);
  });
}
