import { getReference } from "~/domain/catalogue/code-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";

/** Codes from a form are of the lists. @throws DomainError "not_a_choice" at its field */
export async function assertCodes(
  db: DbOrTx,
  form: { fieldCodes: readonly string[]; regionCode: string | null },
): Promise<void> {
  const { byCode, regionByCode } = await getReference(db);
  if (form.fieldCodes.some((code) => !byCode.has(`fields:${code}`))) {
    throw new DomainError("not_a_choice", { field: "fieldCodes" });
  }
  if (form.regionCode !== null && !regionByCode.has(form.regionCode)) {
    throw new DomainError("not_a_choice", { field: "regionCode" });
  }
}

/** A series from a form is the organiser's own and open. @throws DomainError at "seriesId" */
export async function assertOwnSeries(
  db: DbOrTx,
  seriesId: string | null,
  organisationId: string,
): Promise<void> {
  if (seriesId === null) return;
  const series = await db.roadshowSeries.findFirst({
    where: { id: seriesId, organisationId },
    select: { archivedAt: true },
  });
  if (!series) throw new DomainError("not_a_choice", { field: "seriesId" });
  if (series.archivedAt) throw new DomainError("roadshow_series_archived", { field: "seriesId" });
}

/** States in which places, items and deadlines of an event are prepared. */
const PREPARED_IN = [
  "DRAFT",
  "APPROVED",
  "CALL_OPEN",
  "CALL_CLOSED",
  "SELECTION",
  "AGENDA_SET",
  "REGISTRATION",
];

const isPrepared = (state: string) => PREPARED_IN.includes(state);
/** Approved, and the day has not come. */
export const isAnnounced = (state: string) => state !== "DRAFT" && isPrepared(state);

/** @throws DomainError "wrong_state" (409) */
export function assertPrepared(state: string): void {
  if (!isPrepared(state)) throw new DomainError("wrong_state", { status: 409 });
}

/**
 * Of two organisers who change the same thing the second is told. What is added overwrites nothing.
 * @throws DomainError "stale_revision" (409)
 */
export function assertFresh(row: { revision: number }, seen: number | undefined): void {
  if (row.revision !== seen) throw new DomainError("stale_revision", { status: 409 });
}

/** Forms that were opened before this write are stale afterwards. */
export async function bumpRevision(db: DbOrTx, id: string): Promise<void> {
  await db.roadshow.update({ where: { id }, data: { revision: { increment: 1 } } });
}
