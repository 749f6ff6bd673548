import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import type { RoomArea } from "./deal-role-rules";

/**
 * The inviting side changes which parts of the room are open to its adviser, effective at once.
 * @throws DomainError "not_found", "forbidden" (403)
 */
export async function setAdviserAreas(
  dealId: string,
  input: { userId: string; areas: readonly RoomArea[] },
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { side } = await getDealSpeaker(tx, dealId, actor, null);
    await lockDeal(tx, dealId);
    const changed = await tx.dealParticipant.updateMany({
      where: {
        dealId,
        userId: input.userId,
        leftAt: null,
        role: { in: ["LAWYER", "EVALUATOR"] },
        invitedBySide: side ?? "",
      },
      data: { areas: [...input.areas] },
    });
    if (changed.count === 0) throw new DomainError("forbidden", { status: 403 });
    await enqueueJob(tx, "realtime.deal", { dealId });
    await appendAudit(tx, actor, {
      action: "deal.set-areas",
      subjectType: "Deal",
      subjectId: dealId,
      detail: { userId: input.userId, areas: [...input.areas] },
    });
  });
}
