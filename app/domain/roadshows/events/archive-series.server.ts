import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";

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
