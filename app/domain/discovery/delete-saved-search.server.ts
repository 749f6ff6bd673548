import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";

/** Forgets a saved search. @throws DomainError "not_found" (404), also for another person's */
export async function deleteSavedSearch(
  input: { id: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const gone = await tx.savedSearch.deleteMany({ where: { id: input.id, userId: actor.userId } });
    if (gone.count === 0) throw new DomainError("not_found", { status: 404 });
    await appendAudit(tx, actor, {
      action: "discovery.search.deleted",
      subjectType: "SavedSearch",
      subjectId: input.id,
    });
  });
}
