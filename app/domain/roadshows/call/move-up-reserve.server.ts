import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { projectConduct } from "./project-conduct.server";

/** States of an event in which somebody can still move up. */
const FILLING = ["SELECTION", "AGENDA_SET", "REGISTRATION", "LIVE"];

/**
 * The best reserve takes a place that was given up: of the same side before the other, by rank, then by
 * number. The event is locked by the caller, so that two places given up at once go to two reserves.
 * @returns the project that moved up, null when there is no reserve
 */
export async function moveUpReserve(
  tx: Tx,
  roadshowId: string,
  side: string,
): Promise<string | null> {
  const event = await tx.roadshow.findUniqueOrThrow({
    where: { id: roadshowId },
    select: { state: true },
  });
  if (!FILLING.includes(event.state)) return null;
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
