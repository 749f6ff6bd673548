import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";

/** A meeting that is asked for, at an event that the caller has locked. */
export async function insertMeeting(
  tx: Tx,
  values: {
    roadshowId: string;
    fromId: string;
    toId: string;
    projectId: string | null;
    source: "REQUEST" | "WISH" | "ON_SITE";
    message: string;
  },
  actor: Actor,
): Promise<string> {
  const last = await tx.roadshowMeeting.aggregate({
    where: { roadshowId: values.roadshowId },
    _max: { number: true },
  });
  const id = newId();
  const number = (last._max.number ?? 0) + 1;
  await tx.roadshowMeeting.create({ data: { ...values, id, number, createdAt: clock.now() } });
  await appendAudit(tx, actor, {
    action: "roadshow-meeting.created",
    subjectType: "RoadshowMeeting",
    subjectId: id,
    detail: { roadshowId: values.roadshowId, source: values.source },
  });
  return id;
}
