import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { assertRewardSeen } from "./reward-access.server";
import type { ObjectionOutcome } from "./reward-schema";

/**
 * The unit answers an objection; the result is public at once and cannot be changed. Upheld, the
 * sheet must be revised; rejected, the publicity may go on.
 * @throws DomainError "not_found" (404), "forbidden" (403), "objection_answered" (409), "wrong_state"
 */
export async function answerRewardObjection(
  input: { sheetId: string; objectionId: string; outcome: ObjectionOutcome; result: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await assertRewardSeen(tx, input.sheetId, actor);
    await tx.$queryRaw`SELECT id FROM "RewardSheet" WHERE id = ${input.sheetId}::uuid FOR UPDATE`;
    const row = await tx.rewardObjection.findFirst({
      where: { id: input.objectionId, sheetId: input.sheetId },
      select: { id: true, outcome: true, sheet: { select: { state: true, organisationId: true } } },
    });
    if (!row) throw new DomainError("not_found", { status: 404 });
    assertCan(actor, "reward.run", { organisationId: row.sheet.organisationId });
    if (row.outcome !== null) throw new DomainError("objection_answered", { status: 409 });
    if (row.sheet.state !== "OBJECTION_HANDLING") {
      throw new DomainError("wrong_state", { status: 409 });
    }
    await tx.rewardObjection.update({
      where: { id: row.id },
      data: {
        outcome: input.outcome,
        result: input.result,
        handledAt: clock.now(),
        handledById: actor.userId,
      },
    });
    await appendAudit(tx, actor, {
      action: "performance.reward.objection-answered",
      subjectType: "RewardSheet",
      subjectId: input.sheetId,
      detail: { objection: row.id, outcome: input.outcome },
    });
  });
}
