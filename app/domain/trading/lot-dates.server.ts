import { calendarDate, endOfDate } from "~/domain/shared/clock";
import { getCalendar, getPolicyNumber } from "~/domain/shared/reference-data.server";
import { addWorkingDays } from "~/domain/shared/working-days";
import type { DbOrTx } from "~/platform/db.server";
import type { LotPlan } from "./lot-terms-schema";

const MINUTE_MS = 60_000;

export type LotDates = { applicationsEndAt: Date; biddingStartsAt: Date };

/**
 * End of applications (24:00 of its last working day) and start of bidding of a lot whose period
 * begins now. A training run counts minutes.
 */
export async function lotDates(
  db: DbOrTx,
  plan: LotPlan,
  isTraining: boolean,
  now: Date,
  workdays?: number,
): Promise<LotDates> {
  if (isTraining) {
    const applicationsEndAt = new Date(now.getTime() + plan.announcementMinutes * MINUTE_MS);
    const afterMs = plan.biddingAfterMinutes * MINUTE_MS;
    return { applicationsEndAt, biddingStartsAt: new Date(applicationsEndAt.getTime() + afterMs) };
  }
  const days =
    workdays ??
    plan.announcementWorkdays ??
    (await getPolicyNumber(db, "market.lot.announcement_workdays", now));
  const calendar = await getCalendar(db);
  const lastDay = addWorkingDays(calendar, calendarDate(now), days);
  const biddingDay = addWorkingDays(calendar, lastDay, plan.biddingAfterWorkdays);
  return {
    applicationsEndAt: endOfDate(lastDay),
    biddingStartsAt: new Date(`${biddingDay}T${plan.biddingTime}:00.000+08:00`),
  };
}
