import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock, dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { admitWaiting } from "../people/admit-waiting.server";
import { isInsideDays } from "./event-days-rules";
import type { AnnouncedForm, EventForm } from "./event-form-schema";
import { assertCodes, assertOwnSeries, isAnnounced } from "./event-writes.server";
import { assertOrganiser } from "./roadshow-access.server";
import { type RoadshowRow, readLockedRoadshow } from "./roadshow-rows.server";
import { readSpans } from "./roadshow-rules-schema";

type Saved =
  | { kind: "DRAFT"; form: EventForm }
  /** After approval: the texts and the number of places. */
  | { kind: "ANNOUNCED"; form: AnnouncedForm };

/**
 * Saves what an organiser has written, with gaps if it likes, unless a colleague has saved in between.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "stale_revision" (409), "not_a_choice",
 * "roadshow_series_archived", "roadshow_places_outside"
 */
export async function saveRoadshow(
  input: { id: string; revision: number } & Saved,
  actor: UserActor,
  db: DbOrTx,
): Promise<{ revision: number }> {
  return inTransaction(db, async (tx) => {
    await assertOrganiser(tx, input.id, actor);
    const row = await readLockedRoadshow(tx, input.id);
    const isOpen = input.kind === "DRAFT" ? row.state === "DRAFT" : isAnnounced(row.state);
    if (!isOpen) throw new DomainError("wrong_state", { status: 409 });
    if (row.revision !== input.revision) throw new DomainError("stale_revision", { status: 409 });
    const revision = row.revision + 1;
    const where = { id: row.id };
    if (input.kind === "ANNOUNCED") {
      const changedAt = clock.now();
      const sequence = { increment: 1 };
      await tx.roadshow.update({ where, data: { ...input.form, revision, changedAt, sequence } });
      // There may be more places than before.
      await admitWaiting(tx, row.id);
    } else {
      const { startsOn, endsOn, ...rest } = input.form;
      await assertCodes(tx, rest);
      await assertOwnSeries(
        tx,
        rest.seriesId === row.seriesId ? null : rest.seriesId,
        row.organisationId,
      );
      const nightHours = await getPolicyNumber(tx, "market.roadshow.night_hours");
      assertPlacesInside(row, { startsOn, endsOn }, nightHours);
      const data = {
        ...rest,
        startsOn: startsOn && dateColumn(startsOn),
        endsOn: endsOn && dateColumn(endsOn),
        revision,
      };
      await tx.roadshow.update({ where, data });
    }
    await appendAudit(tx, actor, {
      action: "roadshow.saved",
      subjectType: "Roadshow",
      subjectId: row.id,
      detail: { revision },
    });
    return { revision };
  });
}

/** Days cannot be taken away from under openings and fixed items. */
function assertPlacesInside(
  row: Pick<RoadshowRow, "places" | "items">,
  days: { startsOn: string | null; endsOn: string | null },
  nightHours: number,
): void {
  const { startsOn, endsOn } = days;
  if (startsOn === null || endsOn === null) return;
  const spans = row.places.flatMap((place) => readSpans(place.openings));
  for (const item of row.items) {
    if (item.startsAt === null) continue;
    const to = new Date(item.startsAt.getTime() + item.minutes * 60_000);
    spans.push({ from: item.startsAt, to });
  }
  if (spans.every((span) => isInsideDays(span, { startsOn, endsOn }, nightHours))) return;
  throw new DomainError("roadshow_places_outside", { field: "endsOn" });
}
