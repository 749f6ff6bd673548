import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";

/**
 * A person on a reward sheet consents to the full name in the publicity, or takes the consent back
 * (PIPL arts. 15, 25). Without it the name is masked.
 * @throws DomainError "not_found" (404) for everybody who is not on the sheet
 */
export async function consentToName(
  input: { sheetId: string; isGiven: boolean },
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { count } = await tx.rewardShare.updateMany({
      where: { sheetId: input.sheetId, userId: actor.userId },
      data: { nameConsentAt: input.isGiven ? clock.now() : null },
    });
    if (count === 0) throw new DomainError("not_found", { status: 404 });
    await appendAudit(tx, actor, {
      action: input.isGiven
        ? "performance.reward.name-consented"
        : "performance.reward.name-withdrawn",
      subjectType: "RewardSheet",
      subjectId: input.sheetId,
    });
  });
}
