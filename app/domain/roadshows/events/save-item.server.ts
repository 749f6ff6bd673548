import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { assertFresh, assertPrepared, bumpRevision } from "./event-writes.server";
import { assertItemPeople } from "./item-people.server";
import type { ItemInput } from "./place-schema";
import { assertOrganiser } from "./roadshow-access.server";
import { type RoadshowRow, readLockedRoadshow } from "./roadshow-rows.server";
import { readSpans } from "./roadshow-rules-schema";

/**
 * Adds an item of the programme, or changes one as it was shown at `revision`: free, or fixed in a place at a time when it is open and
 * nothing else is fixed there.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "stale_revision" (409), "not_a_choice", "roadshow_item_closed",
 * "roadshow_item_clash", "roadshow_too_many_rows"
 */
export async function saveItem(
  input: { roadshowId: string; itemId: string | null; item: ItemInput; revision?: number },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ itemId: string }> {
  return inTransaction(db, async (tx) => {
    await assertOrganiser(tx, input.roadshowId, actor);
    const row = await readLockedRoadshow(tx, input.roadshowId);
    assertPrepared(row.state);
    const { itemId, item } = input;
    if (itemId !== null) assertFresh(row, input.revision);
    assertFree(row, itemId, item);
    await assertItemPeople(tx, row.id, item.personIds);
    const id = itemId ?? newId();
    if (itemId === null) {
      const max = await getPolicyNumber(tx, "market.roadshow.items_max");
      if (row.items.length >= max) {
        throw new DomainError("roadshow_too_many_rows", { params: { max } });
      }
      const sort = row.items.length;
      await tx.roadshowItem.create({ data: { ...item, id, roadshowId: row.id, sort } });
    } else {
      if (!row.items.some((one) => one.id === itemId)) {
        throw new DomainError("not_found", { status: 404 });
      }
      await tx.roadshowItem.update({ where: { id }, data: item });
    }
    await bumpRevision(tx, row.id);
    await appendAudit(tx, actor, {
      action: "roadshow.item-saved",
      subjectType: "Roadshow",
      subjectId: row.id,
      detail: { itemId: id },
    });
    return { itemId: id };
  });
}

function assertFree(row: RoadshowRow, itemId: string | null, item: ItemInput): void {
  if (item.placeId === null || item.startsAt === null) return;
  const place = row.places.find((one) => one.id === item.placeId);
  if (!place) throw new DomainError("not_a_choice", { field: "placeId" });
  const from = item.startsAt;
  const to = new Date(from.getTime() + item.minutes * 60_000);
  if (!readSpans(place.openings).some((one) => one.from <= from && one.to >= to)) {
    throw new DomainError("roadshow_item_closed", { field: "startsAt" });
  }
  const clash = row.items.find(
    (one) =>
      one.id !== itemId &&
      one.placeId === item.placeId &&
      one.startsAt !== null &&
      one.startsAt < to &&
      one.startsAt.getTime() + one.minutes * 60_000 > from.getTime(),
  );
  if (clash) {
    throw new DomainError("roadshow_item_clash", {
      field: "startsAt",
      params: { title: clash.title },
    });
  }
}
