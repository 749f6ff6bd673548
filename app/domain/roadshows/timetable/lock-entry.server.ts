import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { type DraftTarget, editDraft } from "./edit-draft.server";
import { entrySelect, viewEntry } from "./entry-rows.server";

/**
 * Keeps an entry of a draft where it is, also when the timetable is solved again, or lets it go.
 * @throws DomainError "not_found" (404), "plan_changed" (409)
 */
export async function lockEntry(
  input: DraftTarget & { entryId: string; isLocked: boolean },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { planId, entryId, isLocked } = input;
  await editDraft(input, actor, db, async (tx) => {
    const row = await tx.roadshowEntry.findFirst({
      where: { id: entryId, planId },
      select: entrySelect,
    });
    if (!row) throw new DomainError("not_found", { status: 404 });
    await tx.roadshowEntry.update({ where: { id: entryId }, data: { isLocked } });
    const mark = isLocked ? "🔒" : "🔓";
    return { action: isLocked ? "lock" : "unlock", what: `${viewEntry(row).title} ${mark}` };
  });
}
