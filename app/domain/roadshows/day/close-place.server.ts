import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { replanDay } from "../timetable/replan-day.server";
import type { Solver } from "../timetable/solver-process.server";
import { assertDay } from "./day-access.server";
import { tellStage } from "./tell-stage.server";

/**
 * A hall or room cannot be used any more from now on: what was to take place there is planned elsewhere.
 * Once more is refused, unless the timetable could not be changed the first time: then it is now.
 * @returns how many entries have moved
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409), "stage_closed" (409)
 */
export async function closePlace(
  input: { roadshowId: string; placeId: string; note: string },
  actor: UserActor,
  db: Db,
  solver?: Solver,
): Promise<number> {
  const { roadshowId, placeId, note } = input;
  const now = clock.now();
  const fromAt = await inTransaction(db, async (tx) => {
    const { roadshow } = await assertOrganiser(tx, roadshowId, actor);
    assertDay(roadshow.state);
    await lockRoadshow(tx, roadshowId);
    const place = await tx.roadshowPlace.findFirst({
      where: { id: placeId, roadshowId },
      select: { closedFrom: true, roadshow: { select: { planId: true } } },
    });
    if (!place) throw new DomainError("not_found", { status: 404 });
    if (place.closedFrom) {
      const planId = place.roadshow.planId ?? undefined;
      const left = await tx.roadshowEntry.count({
        where: {
          placeId,
          planId,
          kind: { not: "ITEM" },
          startsAt: { gt: now > place.closedFrom ? now : place.closedFrom },
        },
      });
      if (!planId || left === 0) throw new DomainError("stage_closed", { status: 409 });
      return place.closedFrom;
    }
    await tx.roadshowPlace.update({ where: { id: placeId }, data: { closedFrom: now } });
    await appendAudit(tx, actor, {
      action: "roadshow.place-closed",
      subjectType: "Roadshow",
      subjectId: roadshowId,
      detail: { placeId, note },
    });
    return now;
  });
  const { moved } = await replanDay(
    roadshowId,
    { kind: "PLACE_CLOSED", placeId, fromAt },
    actor,
    db,
    solver,
  );
  await tellStage(db, roadshowId);
  return moved.length;
}
