import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { moveConfirmations } from "../call/move-confirmations.server";
import { shiftPlan } from "../timetable/shift-plan.server";
import { daysBetween, type EventDays, isInsideDays, plusDays, windowOf } from "./event-days-rules";
import { isAnnounced } from "./event-writes.server";
import { assertOrganiser } from "./roadshow-access.server";
import { tellEverybody } from "./roadshow-notices.server";
import { dayOf, type RoadshowRow, readLockedRoadshow } from "./roadshow-rows.server";
import { readSpans } from "./roadshow-rules-schema";
import { shiftAbsences } from "./shift-absences.server";

/**
 * Moves a published event to other days: openings, fixed items and the deadlines that are still ahead move
 * along, a published plan and the hours in which people cannot come too; calendars take over by the higher sequence, and everybody is told.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "roadshow_same_dates", "roadshow_starts_past",
 * "roadshow_ends_before", "roadshow_days_fewer"
 */
export async function changeDates(
  id: string,
  input: { startsOn: string; endsOn: string; note: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await assertOrganiser(tx, id, actor);
    const row = await readLockedRoadshow(tx, id);
    if (!isAnnounced(row.state)) throw new DomainError("wrong_state", { status: 409 });
    const now = clock.now();
    const to = { startsOn: input.startsOn, endsOn: input.endsOn };
    const former = daysOf(row);
    assertDays(former, to, calendarDate(now));
    const days = daysBetween(former.startsOn, to.startsOn);
    const nightHours = await getPolicyNumber(tx, "market.roadshow.night_hours", now);
    await moveTimes(tx, row, days, to, nightHours);
    const latest = new Date(windowOf({ ...to, endsOn: to.startsOn }, 0).to);
    const due = (at: Date | null) => movedDue(at, days, now, latest);
    await tx.roadshow.update({
      where: { id },
      data: {
        startsOn: dateColumn(to.startsOn),
        endsOn: dateColumn(to.endsOn),
        callDueAt: due(row.callDueAt),
        confirmDueAt: due(row.confirmDueAt),
        materialsDueAt: due(row.materialsDueAt),
        audienceDueAt: due(row.audienceDueAt),
        sequence: { increment: 1 },
        revision: { increment: 1 },
        changedAt: now,
      },
    });
    await moveConfirmations(tx, row, due(row.confirmDueAt));
    await shiftAbsences(tx, id, days);
    await shiftPlan(tx, id, days, actor);
    await tellEverybody(tx, row, {
      kind: "roadshowMoved",
      params: { title: row.title, from: former.startsOn, to: to.startsOn, note: input.note },
      key: `${id}:${row.sequence + 1}`,
    });
    await appendAudit(tx, actor, {
      action: "roadshow.dates-changed",
      subjectType: "Roadshow",
      subjectId: id,
      detail: { from: { ...former }, to },
    });
  });
}

function daysOf(row: RoadshowRow): EventDays {
  const startsOn = dayOf(row.startsOn);
  const endsOn = dayOf(row.endsOn);
  if (startsOn === null || endsOn === null) throw new DomainError("wrong_state", { status: 409 });
  return { startsOn, endsOn };
}

function assertDays(former: EventDays, to: EventDays, today: string): void {
  if (former.startsOn === to.startsOn && former.endsOn === to.endsOn) {
    throw new DomainError("roadshow_same_dates", { field: "startsOn" });
  }
  if (to.startsOn <= today) throw new DomainError("roadshow_starts_past", { field: "startsOn" });
  if (to.endsOn < to.startsOn) throw new DomainError("roadshow_ends_before", { field: "endsOn" });
}

/** One that has passed stays; one ahead moves along, but neither into the past nor behind the first day. */
function movedDue(at: Date | null, days: number, now: Date, latest: Date): Date | null {
  if (at === null || at <= now) return at;
  const moved = plusDays(at, days);
  const ahead = moved > now ? moved : at;
  return ahead > latest ? latest : ahead;
}

async function moveTimes(
  tx: Tx,
  row: RoadshowRow,
  days: number,
  to: EventDays,
  nightHours: number,
): Promise<void> {
  const fits = (span: { from: Date; to: Date }) => {
    if (!isInsideDays(span, to, nightHours)) {
      throw new DomainError("roadshow_days_fewer", { field: "endsOn" });
    }
    return span;
  };
  for (const place of row.places) {
    const openings = readSpans(place.openings)
      .map((one) => fits({ from: plusDays(one.from, days), to: plusDays(one.to, days) }))
      .map((one) => ({ from: one.from.toISOString(), to: one.to.toISOString() }));
    if (days !== 0) {
      await tx.roadshowPlace.update({ where: { id: place.id }, data: { openings } });
    }
  }
  for (const item of row.items) {
    if (item.startsAt === null) continue;
    const startsAt = plusDays(item.startsAt, days);
    fits({ from: startsAt, to: new Date(startsAt.getTime() + item.minutes * 60_000) });
    await tx.roadshowItem.update({ where: { id: item.id }, data: { startsAt } });
  }
}
