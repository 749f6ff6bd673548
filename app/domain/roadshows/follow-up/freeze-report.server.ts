import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { isId, newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { REPORTED_EVENT_STATES } from "./follow-up-schema";
import { reportHash } from "./report-hash.server";
import { readEventFigures } from "./report-queries.server";

/**
 * Keeps the figures of an event as they stand now, as a version of its report; a job makes its papers.
 * @throws DomainError "not_found" (404), "roadshow_report_early" (409)
 * @returns id of the version
 */
export async function freezeReport(
  roadshowId: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<string> {
  if (!isId(roadshowId)) throw new DomainError("not_found", { status: 404 });
  return inTransaction(db, async (tx) => {
    await assertOrganiser(tx, roadshowId, actor);
    await lockRoadshow(tx, roadshowId);
    const { state } = await tx.roadshow.findUniqueOrThrow({ where: { id: roadshowId } });
    if (!REPORTED_EVENT_STATES.some((one) => one === state)) {
      throw new DomainError("roadshow_report_early", { status: 409 });
    }
    const figures = await readEventFigures(tx, roadshowId);
    const last = await tx.roadshowReport.aggregate({
      where: { roadshowId },
      _max: { version: true },
    });
    const id = newId();
    const version = (last._max.version ?? 0) + 1;
    const hash = reportHash(figures);
    await tx.roadshowReport.create({
      data: {
        id,
        roadshowId,
        version,
        figures,
        hash,
        createdById: actor.userId,
        createdAt: clock.now(),
      },
    });
    await enqueueJob(tx, "roadshows.report", { reportId: id }, { key: `roadshows.report:${id}` });
    await appendAudit(tx, actor, {
      action: "roadshow-report.freeze",
      subjectType: "Roadshow",
      subjectId: roadshowId,
      detail: { version, hash },
    });
    return id;
  });
}
