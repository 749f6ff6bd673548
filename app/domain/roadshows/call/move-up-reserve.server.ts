import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { projectConduct } from "./project-conduct.server";

/** States of an event in which somebody can still move up. */
const FILLING = ["SELECTION", "AGENDA_SET", "REGISTRATION", "LIVE"];

/**
 * The best reserve takes a place that was given up: of the same side before the other, by rank, then by
 * number. Once the last pitch of the public plan has begun nobody moves up. The event is locked by the caller, so that two places given up at once go to two reserves.
 * @returns the project that moved up, null when there is no reserve or no pitch ahead
 */
export async function moveUpReserve(
  tx: Tx,
  roadshowId: string,
  side: string,
): Promise<string | null> {
  const event = await tx.roadshow.findUniqueOrThrow({
    where: { id: roadshowId },
    select: { state: true, planId: true },
  });
  if (!FILLING.includes(event.state)) return null;
  if (event.state === "LIVE" && event.planId && !(await hasPitchAhead(tx, event.planId))) {
    return null;
  }
  const reserves = await tx.roadshowProject.findMany({
    where: { roadshowId, state: "RESERVE" },
    orderBy: [{ rank: { sort: "asc", nulls: "last" } }, { number: "asc" }],
    select: { id: true, side: true },
  });
  const next = reserves.find((one) => one.side === side) ?? reserves[0];
  if (!next) return null;
  await advance(tx, projectConduct, next.id, "moveUp", systemActor("roadshow-call"));
  return next.id;
}

async function hasPitchAhead(tx: Tx, planId: string): Promise<boolean> {
  const where = { planId, kind: "PITCH", startsAt: { gt: clock.now() } };
  return (await tx.roadshowEntry.count({ where })) > 0;
}
