import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { readFindings } from "./findings-view";
import { roadshowPlanConduct } from "./roadshow-plan-conduct.server";
import { isBeingSolved } from "./solving-lock.server";

const MARKET = systemActor("roadshow-timetable");
const PAGE = 100;

interface StuckPlan {
  id: string;
  roadshowId: string;
}

/** Versions that are to be solved while no job of theirs waits any more or was taken lately. */
export async function findStuckPlans(db: DbOrTx, id: string | null = null): Promise<StuckPlan[]> {
  return db.$queryRaw<StuckPlan[]>`
    SELECT plan.id, plan."roadshowId" FROM "RoadshowPlan" plan
    WHERE plan.state = 'SOLVING' AND (${id}::uuid IS NULL OR plan.id = ${id}::uuid)
      AND NOT EXISTS (
        SELECT 1 FROM graphile_worker.jobs job
        WHERE job.key = 'solve:' || plan.id
          AND CASE WHEN job.locked_at IS NULL THEN job.attempts < job.max_attempts
                   ELSE job.locked_at > now() - interval '5 minutes' END)
    ORDER BY plan.id LIMIT ${PAGE}`;
}

/**
 * A version whose job has failed for good is tried once more; after that it has failed, and says so. What
 * is being solved is left alone; two sweeps at once do it once.
 */
export async function reviveStuckPlan({ id, roadshowId }: StuckPlan, db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockRoadshow(tx, roadshowId);
    const [stuck] = await findStuckPlans(tx, id);
    if (!stuck || (await isBeingSolved(tx, id))) return;
    const plan = await tx.roadshowPlan.findUniqueOrThrow({ where: { id } });
    const findings = readFindings(plan.findings);
    const isLast = findings.retriedAt !== null;
    await tx.roadshowPlan.update({
      where: { id },
      data: {
        findings: isLast
          ? { ...findings, fault: "plan_broken" }
          : { ...findings, retriedAt: clock.now().toISOString() },
      },
    });
    if (isLast) await advance(tx, roadshowPlanConduct, id, "fail", MARKET);
    else {
      await enqueueJob(
        tx,
        "roadshows.solve",
        { planId: id },
        { key: `solve:${id}`, maxAttempts: 1 },
      );
    }
  });
}
