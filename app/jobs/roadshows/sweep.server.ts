import { findDueRoadshows } from "~/domain/roadshows/events/due-roadshows-queries.server";
import { settleRoadshow } from "~/domain/roadshows/events/settle-roadshow.server";
import {
  findStuckPlans,
  reviveStuckPlan,
} from "~/domain/roadshows/timetable/revive-stuck-plans.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import type { JobContext } from "../job-handler";

/**
 * Ends of calls, answers that did not come, follow-up, timetables whose solving broke off; an event that
 * fails does not hold up the others.
 */
export async function sweepRoadshowDates(
  _payload: JobPayloads["roadshows.sweep"],
  { db, logger }: JobContext,
): Promise<void> {
  for (const due of await findDueRoadshows(db)) {
    try {
      await settleRoadshow(due, db);
    } catch (error) {
      logger.error({ err: error, roadshowId: due.id, what: due.what }, "roadshow not settled");
    }
  }
  for (const stuck of await findStuckPlans(db)) {
    try {
      await reviveStuckPlan(stuck, db);
    } catch (error) {
      logger.error({ err: error, planId: stuck.id }, "timetable not revived");
    }
  }
}
