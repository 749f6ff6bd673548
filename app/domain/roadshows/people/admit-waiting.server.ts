import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { participantConduct } from "./participant-conduct.server";
import { tellParticipant } from "./participant-notices.server";
import { countAudience } from "./participant-rows.server";
import { isDay, REGISTRATION_STATES } from "./registration-rules";

/**
 * Lets people of the waiting list in, the longest waiting first, as far as there are places. The caller has
 * locked the event; called whenever a place may have become free.
 * @returns how many came in
 */
export async function admitWaiting(tx: Tx, roadshowId: string): Promise<number> {
  const roadshow = await tx.roadshow.findUniqueOrThrow({
    where: { id: roadshowId },
    select: { state: true, title: true, maxAudience: true },
  });
  if (!REGISTRATION_STATES.includes(roadshow.state) && !isDay(roadshow.state)) return 0;
  const places =
    roadshow.maxAudience === null
      ? undefined
      : Math.max(0, roadshow.maxAudience - (await countAudience(tx, roadshowId)));
  const waiting = await tx.roadshowParticipant.findMany({
    where: { roadshowId, state: "WAITING" },
    orderBy: [{ createdAt: "asc" }, { number: "asc" }],
    ...(places !== undefined && { take: places }),
    select: { id: true, userId: true },
  });
  for (const one of waiting) {
    await advance(tx, participantConduct, one.id, "admit", systemActor("roadshow-registration"));
    await tellParticipant(tx, one, {
      kind: "roadshowAdmitted",
      params: { title: roadshow.title },
      key: `${one.id}:${clock.now().getTime()}`,
    });
  }
  return waiting.length;
}
