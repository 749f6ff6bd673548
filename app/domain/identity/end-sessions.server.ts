import { appendAudit } from "~/domain/audit/append-audit.server";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { UserActor } from "./actor";
import { assertCan } from "./permission-rules";

/**
 * Ends one of one's own sessions, or all but the present one.
 * @returns how many ended
 * @throws DomainError "not_found" for a session that is gone or somebody else's
 */
export async function endSessions(
  input: { sessionId: string | "others" },
  actor: UserActor,
  db: Db,
): Promise<number> {
  assertCan(actor, "account.manage", { userId: actor.userId });
  const { sessionId } = input;
  return inTransaction(db, async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: {
        userId: actor.userId,
        id: sessionId === "others" ? { not: actor.sessionId } : sessionId,
      },
    });
    if (count === 0 && sessionId !== "others") throw new DomainError("not_found", { status: 404 });
    await appendAudit(tx, actor, {
      action: "identity.session.ended",
      subjectType: "User",
      subjectId: actor.userId,
      detail: { count },
    });
    return count;
  });
}
