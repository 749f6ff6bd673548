import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { isInsideDays } from "./event-days-rules";
import { assertFresh, assertPrepared, bumpRevision } from "./event-writes.server";
import type { PlaceInput } from "./place-schema";
import { assertOrganiser } from "./roadshow-access.server";
import { dayOf, type RoadshowRow, readLockedRoadshow } from "./roadshow-rows.server";

/**
 * Adds a place, or changes one as it was shown at `revision`. A place that a plan uses keeps its kind and the seats that are used.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "stale_revision" (409), "roadshow_outside_days",
 * "roadshow_place_name", "roadshow_place_shrinks", "roadshow_place_in_plan", "roadshow_too_many_rows"
 */
export async function savePlace(
  input: { roadshowId: string; placeId: string | null; place: PlaceInput; revision?: number },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ placeId: string }> {
  return inTransaction(db, async (tx) => {
    await assertOrganiser(tx, input.roadshowId, actor);
    const row = await readLockedRoadshow(tx, input.roadshowId);
    assertPrepared(row.state);
    const { placeId, place } = input;
    if (placeId !== null) assertFresh(row, input.revision);
    await assertOpenings(tx, row, place);
    if (row.places.some((one) => one.name === place.name && one.id !== placeId)) {
      throw new DomainError("roadshow_place_name", { field: "name" });
    }
    const { openings: spans, ...rest } = place;
    const openings = spans.map(({ from, to }) => ({
      from: from.toISOString(),
      to: to.toISOString(),
    }));
    const id = placeId ?? newId();
    if (placeId === null) {
      const max = await getPolicyNumber(tx, "market.roadshow.places_max");
      if (row.places.length >= max) {
        throw new DomainError("roadshow_too_many_rows", { params: { max } });
      }
      const sort = row.places.length;
      await tx.roadshowPlace.create({ data: { ...rest, id, roadshowId: row.id, openings, sort } });
    } else {
      const known = row.places.find((one) => one.id === placeId);
      if (!known) throw new DomainError("not_found", { status: 404 });
      await assertPlanKept(tx, known, place);
      await tx.roadshowPlace.update({ where: { id }, data: { ...rest, openings } });
    }
    await bumpRevision(tx, row.id);
    await appendAudit(tx, actor, {
      action: "roadshow.place-saved",
      subjectType: "Roadshow",
      subjectId: row.id,
      detail: { placeId: id },
    });
    return { placeId: id };
  });
}

async function assertOpenings(tx: Tx, row: RoadshowRow, place: PlaceInput): Promise<void> {
  const startsOn = dayOf(row.startsOn);
  const endsOn = dayOf(row.endsOn);
  if (startsOn === null || endsOn === null) return;
  const nightHours = await getPolicyNumber(tx, "market.roadshow.night_hours");
  if (place.openings.every((one) => isInsideDays(one, { startsOn, endsOn }, nightHours))) return;
  throw new DomainError("roadshow_outside_days", { field: "openings" });
}

async function assertPlanKept(
  tx: Tx,
  known: { id: string; kind: string },
  place: PlaceInput,
): Promise<void> {
  const used = await tx.roadshowEntry.aggregate({
    where: { placeId: known.id },
    _max: { seat: true },
  });
  const seats = used._max.seat;
  if (seats === null) return;
  if (known.kind !== place.kind) throw new DomainError("roadshow_place_in_plan", { field: "kind" });
  if (place.count < seats) throw new DomainError("roadshow_place_shrinks", { field: "count" });
}
