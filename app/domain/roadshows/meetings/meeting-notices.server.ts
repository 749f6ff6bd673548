import type { Actor } from "~/domain/identity/actor";
import type { Tx } from "~/platform/db.server";
import { tellParticipant } from "../people/participant-notices.server";
import type { MeetingRow } from "./meeting-rows.server";

const KIND_OF = {
  ACCEPTED: "roadshowMeetingAgreed",
  DECLINED: "roadshowMeetingDeclined",
  CANCELLED: "roadshowMeetingCancelled",
} as const;

/** Tells the two, but for whoever moved it and whoever has left, where the new state concerns them. */
export async function tellMoved(
  tx: Tx,
  meeting: MeetingRow,
  actor: Actor,
  now: Date,
): Promise<void> {
  const { id, state, from, to, roadshow } = meeting;
  const kind = KIND_OF[state as keyof typeof KIND_OF];
  if (!kind) return;
  const sides =
    state === "DECLINED"
      ? [[from, to]]
      : [
          [from, to],
          [to, from],
        ];
  for (const [one, other] of sides) {
    if (!one || !other || one.state === "CANCELLED") continue;
    if (actor.kind === "USER" && actor.userId === one.userId) continue;
    await tellParticipant(tx, one, {
      kind,
      params: { name: other.name, title: roadshow.title },
      key: `${id}:${now.getTime()}`,
      page: "meetings",
    });
  }
}

/** Tells who is asked, unless it does not want to hear of the asker. */
export async function tellRequested(tx: Tx, meeting: MeetingRow): Promise<void> {
  const { id, from, to, roadshow } = meeting;
  const refused = await tx.roadshowWish.count({
    where: { fromId: to.id, toId: from.id, level: "NO" },
  });
  if (refused > 0) return;
  await tellParticipant(tx, to, {
    kind: "roadshowMeetingRequested",
    params: { name: from.name, title: roadshow.title },
    key: id,
    page: "meetings",
  });
}
