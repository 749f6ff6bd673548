import { systemActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { OVER_STATES } from "./participant-conditions.server";
import { participantConduct } from "./participant-conduct.server";

/**
 * The door lets somebody of the waiting list in, as it does people who come without registration: whatever
 * the number of places, as long as the event goes on. The caller has proven that it is the door; somebody
 * who does not wait stays as is.
 * @returns false where the event takes nobody any more
 */
export async function letInParticipant(
  tx: Tx,
  roadshowId: string,
  where: { id: string } | { checkInCode: { in: string[] } },
): Promise<boolean> {
  await lockRoadshow(tx, roadshowId);
  const waiting = await tx.roadshowParticipant.findFirst({
    where: { ...where, roadshowId, state: "WAITING" },
    select: { id: true, roadshow: { select: { state: true } } },
  });
  if (!waiting) return true;
  if (OVER_STATES.includes(waiting.roadshow.state)) return false;
  const market = systemActor("roadshow-registration");
  await advance(tx, participantConduct, waiting.id, "seat", market, { note: "let in at the door" });
  return true;
}
