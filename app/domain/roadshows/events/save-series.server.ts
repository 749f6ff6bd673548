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
