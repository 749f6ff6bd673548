import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import type { DayChange } from "../timetable/day-change";
import { isPublicDelay } from "../timetable/known-change.server";
import { replanDay } from "../timetable/replan-day.server";
import type { Solver } from "../timetable/solver-process.server";
import { assertDay, assertStaff } from "./day-access.server";
import { tellStage } from "./tell-stage.server";

/**
 * A hall runs late: what has not begun there begins so much later, with the fewest moves elsewhere, and
 * those concerned are told their new times. The same announcement sent twice counts once; where the
 * timetable could not be changed the first time, it is changed the second time.
 * @returns how many entries have moved
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409), "plan_not_public" (409);
 *   those of replanDay
 */
export async function announceDelay(
  input: { roadshowId: string; delayId: string; placeId: string; minutes: number; reason: string },
  actor: UserActor,
  db: Db,
  solver?: Solver,
): Promise<number> {
  const { roadshowId, delayId, placeId, minutes, reason } = input;
  const now = clock.now();
  const delay = await inTransaction(db, async (tx) => {
    const { roadshow } = await assertStaff(tx, roadshowId, actor, ["STAGE"]);
    assertDay(roadshow.state);
    await lockRoadshow(tx, roadshowId);
    const place = await tx.roadshowPlace.findFirst({
      where: { id: placeId, roadshowId },
      select: { roadshow: { select: { planId: true } } },
    });
    if (!place) throw new DomainError("not_found", { status: 404 });
    if (!place.roadshow.planId) throw new DomainError("plan_not_public", { status: 409 });
    const fromAt = await delayedFrom(tx, place.roadshow.planId, placeId, now);
    const { count } = await tx.roadshowDelay.createMany({
      data: [
        {
          id: delayId,
          roadshowId,
          placeId,
          minutes,
          reason,
          fromAt,
          createdById: actor.userId,
          createdAt: now,
        },
      ],
      skipDuplicates: true,
    });
    if (count > 0) return { fromAt, placeId, minutes };
    const known = await tx.roadshowDelay.findFirst({ where: { id: delayId, roadshowId } });
    if (!known) throw new DomainError("not_found", { status: 404 });
    return (await isPublicDelay(tx, roadshowId, delayId)) ? null : known;
  });
  if (!delay) return 0;
  const change: DayChange = {
    kind: "DELAY",
    delayId,
    placeId: delay.placeId,
    fromAt: delay.fromAt,
    minutes: delay.minutes,
  };
  const { moved } = await replanDay(roadshowId, change, actor, db, solver);
  await tellStage(db, roadshowId, delay.placeId);
  return moved.length;
}

/** A hall at rest is late from its next entry on: the rest before it must not take the delay up. */
async function delayedFrom(tx: Tx, planId: string, placeId: string, now: Date): Promise<Date> {
  const next = await tx.roadshowEntry.findFirst({
    where: { planId, placeId, endsAt: { gt: now } },
    orderBy: { startsAt: "asc" },
    select: { startsAt: true },
  });
  return next && next.startsAt > now ? next.startsAt : now;
}
