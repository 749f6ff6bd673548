import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { type DraftTarget, editDraft } from "./edit-draft.server";
import { entrySelect, viewEntry } from "./entry-rows.server";

/**
 * Takes an entry out of a draft; it waits with what has no place.
 * @throws DomainError "not_found" (404), "entry_locked", "plan_changed" (409)
 */
export async function takeOutEntry(
  input: DraftTarget & { entryId: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { planId, entryId } = input;
  await editDraft(input, actor, db, async (tx) => {
    const row = await tx.roadshowEntry.findFirst({
      where: { id: entryId, planId },
      select: entrySelect,
    });
    if (!row) throw new DomainError("not_found", { status: 404 });
    if (row.isLocked) throw new DomainError("entry_locked", { field: "entryId" });
    await tx.roadshowEntry.delete({ where: { id: entryId } });
    return { action: "take-out", what: `${viewEntry(row).title} ✕` };
  });
}
