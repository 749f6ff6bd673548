import type { z } from "zod";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { changeSavedSearchSchema } from "./saved-search-schema";

/** Changes how often a person hears of a saved search. @throws DomainError "not_found" (404), also for another person's */
export async function changeSavedSearch(
  input: z.output<typeof changeSavedSearchSchema>,
  actor: UserActor,
  db: Db,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const changed = await tx.savedSearch.updateMany({
      where: { id: input.id, userId: actor.userId },
      data: { frequency: input.frequency },
    });
    if (changed.count === 0) throw new DomainError("not_found", { status: 404 });
    await appendAudit(tx, actor, {
      action: "discovery.search.alertChanged",
      subjectType: "SavedSearch",
      subjectId: input.id,
      detail: { frequency: input.frequency },
    });
  });
}
