import { appendAudit } from "~/domain/audit/append-audit.server";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { nextVersion } from "./next-version.server";
import { roadshowPlanConduct } from "./roadshow-plan-conduct.server";
import { PLANNING_STATES } from "./roadshow-plan-procedure";

export const SECONDS = { least: 2, usual: 10, most: 60 };

export interface PlanOrder {
  reason: "FIRST" | "AGAIN" | "CHANGE" | "DELAY" | "DATES";
  note: string;
  seconds?: number;
  /** Draft or published version whose locked entries stay where they are. */
  basedOnId?: string | null;
}

/**
 * Orders a new version of the timetable; a job solves it.
 * @returns the id of the version, in state SOLVING
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409), "plan_solving" (409)
 */
export async function orderPlan(
  roadshowId: string,
  { reason, note, seconds = SECONDS.usual, basedOnId = null }: PlanOrder,
  actor: Actor,
  db: DbOrTx,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    await lockRoadshow(tx, roadshowId);
    if (actor.kind === "USER") await assertOrganiser(tx, roadshowId, actor);
    const roadshow = await tx.roadshow.findUnique({ where: { id: roadshowId } });
    if (!roadshow) throw new DomainError("not_found", { status: 404 });
    if (!PLANNING_STATES.some((state) => state === roadshow.state)) {
      throw new DomainError("roadshow_not_open", { status: 409 });
    }
    const basis = basedOnId
      ? await tx.roadshowPlan.findFirst({ where: { id: basedOnId, roadshowId } })
      : null;
    if (basedOnId && !basis) throw new DomainError("not_found", { status: 404 });
    const version = await nextVersion(tx, roadshowId);
    const id = newId();
    await tx.roadshowPlan.create({
      data: {
        id,
        roadshowId,
        version,
        reason,
        note,
        basedOnId: basis?.id ?? null,
        seconds: Math.min(SECONDS.most, Math.max(SECONDS.least, Math.round(seconds))),
        seed: version,
        createdAt: clock.now(),
        createdById: actor.kind === "USER" ? actor.userId : null,
      },
    });
    await advance(tx, roadshowPlanConduct, id, "order", systemActor("roadshow-timetable"));
    await appendAudit(tx, actor, [
      {
        action: "roadshow-plan.order",
        subjectType: "RoadshowPlan",
        subjectId: id,
        detail: { roadshowId, version, reason },
      },
    ]);
    await enqueueJob(tx, "roadshows.solve", { planId: id }, { key: `solve:${id}`, maxAttempts: 5 });
    return id;
  });
}
