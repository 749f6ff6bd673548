import { appendAudit } from "~/domain/audit/append-audit.server";
import { systemActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";

/**
 * Turns mail off for whoever holds the link: suggested matches alone, or all notification mail,
 * suggestions included. Doing it again changes nothing.
 * @throws DomainError "unsubscribe_link_invalid" (404)
 */
export async function unsubscribe(token: string, about: "ALL" | "MATCHES", db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await tx.notificationPreference.findUnique({ where: { unsubscribeToken: token } });
    if (!row) throw new DomainError("unsubscribe_link_invalid", { status: 404 });
    const isOff = row.matchMail === "OFF" && (about === "MATCHES" || row.mail === "OFF");
    if (isOff) return;
    await tx.notificationPreference.update({
      where: { userId: row.userId },
      data: about === "MATCHES" ? { matchMail: "OFF" } : { mail: "OFF", matchMail: "OFF" },
    });
    await appendAudit(tx, systemActor("unsubscribe-link"), {
      action: "notifications.unsubscribed",
      subjectType: "User",
      subjectId: row.userId,
      detail: { about },
    });
  });
}
