import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan, can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId, newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import type { SeriesInput } from "./series-schema";

/**
 * Begins a series of events, or changes one.
 * @throws DomainError "forbidden" (403), "not_found" (404), "roadshow_series_archived" (409)
 */
export async function saveSeries(
  seriesId: string | null,
  input: SeriesInput,
  actor: UserActor,
  db: DbOrTx,
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const { organisationId, ...texts } = input;
    const id = seriesId ?? newId();
    if (seriesId === null) {
      assertCan(actor, "roadshow.create", { organisationId });
      await tx.roadshowSeries.create({
        data: { id, organisationId, createdById: actor.userId, ...texts, createdAt: clock.now() },
      });
    } else {
      const series = isId(seriesId)
        ? await tx.roadshowSeries.findUnique({ where: { id: seriesId } })
        : null;
      if (!series || !can(actor, "roadshow.organise", { organisationId: series.organisationId })) {
        throw new DomainError("not_found", { status: 404 });
      }
      if (series.archivedAt) throw new DomainError("roadshow_series_archived", { status: 409 });
      await tx.roadshowSeries.update({ where: { id }, data: texts });
    }
    await appendAudit(tx, actor, {
      action: "roadshow-series.saved",
      subjectType: "RoadshowSeries",
      subjectId: id,
      detail: {},
    });
    return { id };
  });
}

/**
 * Puts a series away, or takes it out again: its events stay, new ones are not added while it is away.
 * @throws DomainError "not_found" (404)
 */
export async function archiveSeries(
  seriesId: string,
  isArchived: boolean,
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const series = isId(seriesId)
      ? await tx.roadshowSeries.findUnique({ where: { id: seriesId } })
      : null;
    if (!series || !can(actor, "roadshow.organise", { organisationId: series.organisationId })) {
      throw new DomainError("not_found", { status: 404 });
    }
    const archivedAt = isArchived ? clock.now() : null;
    await tx.roadshowSeries.update({ where: { id: seriesId }, data: { archivedAt } });
    await appendAudit(tx, actor, {
      action: isArchived ? "roadshow-series.archived" : "roadshow-series.reopened",
      subjectType: "RoadshowSeries",
      subjectId: seriesId,
      detail: {},
    });
  });
}
