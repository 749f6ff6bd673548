import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertPrepared, bumpRevision } from "./event-writes.server";
import { assertOrganiser } from "./roadshow-access.server";
import { readLockedRoadshow } from "./roadshow-rows.server";

/**
 * Takes a place, or an item of the programme, off an event while no plan uses it. Items that were fixed
 * in the place become free.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "roadshow_place_in_plan" (409),
 * "roadshow_item_in_plan" (409)
 */
export async function removePlace(
  input: { roadshowId: string; kind: "PLACE" | "ITEM"; id: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await assertOrganiser(tx, input.roadshowId, actor);
    const row = await readLockedRoadshow(tx, input.roadshowId);
    assertPrepared(row.state);
    const { id, kind } = input;
    const own = kind === "PLACE" ? row.places : row.items;
    if (!own.some((one) => one.id === id)) throw new DomainError("not_found", { status: 404 });
    const where = kind === "PLACE" ? { placeId: id } : { itemId: id };
    if ((await tx.roadshowEntry.count({ where })) > 0) {
      const code = kind === "PLACE" ? "roadshow_place_in_plan" : "roadshow_item_in_plan";
      throw new DomainError(code, { status: 409 });
    }
    if (kind === "PLACE") {
      const free = { placeId: null, startsAt: null };
      await tx.roadshowItem.updateMany({ where: { roadshowId: row.id, placeId: id }, data: free });
      await tx.roadshowPlace.delete({ where: { id } });
    } else {
      await tx.roadshowItem.delete({ where: { id } });
    }
    await bumpRevision(tx, row.id);
    await appendAudit(tx, actor, {
      action: kind === "PLACE" ? "roadshow.place-removed" : "roadshow.item-removed",
      subjectType: "Roadshow",
      subjectId: row.id,
      detail: { id },
    });
  });
}
