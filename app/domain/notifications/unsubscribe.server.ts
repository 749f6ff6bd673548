import { appendAudit } from "~/domain/audit/append-audit.server";
import { systemActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";

/**
 * Turns notification mail off for whoever holds the link; doing it again changes nothing.
 * @throws DomainError "unsubscribe_link_invalid" (404)
 */
export async function unsubscribe(token: string, db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await tx.notificationPreference.findUnique({ where: { unsubscribeToken: token } });
    if (!row) throw new DomainError("unsubscribe_link_invalid", { status: 404 });
    if (row.mail === "OFF") return;
    await tx.notificationPreference.update({
      where: { userId: row.userId },
      data: { mail: "OFF" },
    });
    await appendAudit(tx, systemActor("unsubscribe-link"), {
      action: "notifications.unsubscribed",
      subjectType: "User",
      subjectId: row.userId,
    });
  });
}
