import { calendarDate, clock } from "~/domain/shared/clock";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { admitWaiting } from "../people/admit-waiting.server";
import { tellParticipant } from "../people/participant-notices.server";
import { isRegistrationOpen, REGISTRATION_STATES } from "../people/registration-rules";
import { OPEN_MEETINGS } from "./meeting-procedure";

const DAY_MS = 86_400_000;

/**
 * Reminds registered people who want meetings and have neither one nor a request, at most once per interval
 * and until requests end. Each event by itself: one that fails does not keep the others from being told.
 * @returns how many people were reminded
 */
export async function remindMeetings(db: Db): Promise<number> {
  const now = clock.now();
  const days = await getPolicyNumber(db, "market.roadshow.remind_days", now);
  const events = await db.roadshow.findMany({
    where: { state: { in: [...REGISTRATION_STATES] }, audienceDueAt: { gt: now } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  let reminded = 0;
  const failures: unknown[] = [];
  for (const { id } of events) {
    try {
      reminded += await inTransaction(db, (tx) => remindOf(tx, id, days), {
        timeoutMs: 60_000,
      });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "reminders of some events failed");
  return reminded;
}

async function remindOf(tx: Tx, roadshowId: string, days: number): Promise<number> {
  await lockRoadshow(tx, roadshowId);
  const now = clock.now();
  const event = await tx.roadshow.findUniqueOrThrow({
    where: { id: roadshowId },
    select: { state: true, title: true, audienceDueAt: true },
  });
  if (!event.audienceDueAt || !isRegistrationOpen(event, now)) return 0;
  // A larger hall since the last look lets people in.
  await admitWaiting(tx, roadshowId);
  const before = new Date(now.getTime() - days * DAY_MS);
  const none = { none: { state: { in: [...OPEN_MEETINGS] } } };
  const people = await tx.roadshowParticipant.findMany({
    where: {
      roadshowId,
      state: "REGISTERED",
      wantsMeetings: true,
      userId: { not: null },
      meetingsMax: { gt: 0 },
      OR: [{ remindedAt: { lte: before } }, { remindedAt: null, createdAt: { lte: before } }],
      meetingsFrom: none,
      meetingsTo: none,
    },
    orderBy: { id: "asc" },
    select: { id: true, userId: true },
  });
  for (const one of people) {
    await tx.roadshowParticipant.update({ where: { id: one.id }, data: { remindedAt: now } });
    await tellParticipant(tx, one, {
      kind: "roadshowMeetingsMissing",
      params: { title: event.title, date: calendarDate(event.audienceDueAt) },
      key: `${one.id}:${calendarDate(now)}`,
      page: "people",
    });
  }
  return people.length;
}
