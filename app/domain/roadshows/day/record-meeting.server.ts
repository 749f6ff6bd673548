import { appendAudit } from "~/domain/audit/append-audit.server";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { markHeld } from "../meetings/mark-meeting.server";
import { meetingConduct } from "../meetings/meeting-conduct.server";
import { OPEN_MEETINGS } from "../meetings/meeting-procedure";
import { assertDay, assertStaff } from "./day-access.server";
import { enqueueLeads } from "./enqueue-leads.server";

/**
 * Writes down a meeting that two people agreed on and held on the spot. One that was planned for the two is
 * marked as held instead.
 * @returns id of the meeting
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409), "stage_no_participant" at a number,
 * "stage_meeting_self" at the second, "roadshow_meeting_exists" (409) where it was held, or waits for an answer
 */
export async function recordMeeting(
  input: {
    roadshowId: string;
    fromNumber: number;
    toNumber: number;
    projectNumber?: number | undefined;
    minutes: string;
  },
  actor: UserActor,
  db: DbOrTx,
): Promise<string> {
  const { roadshowId, minutes } = input;
  return inTransaction(db, async (tx) => {
    const { roadshow } = await assertStaff(tx, roadshowId, actor, ["DESK"]);
    assertDay(roadshow.state);
    await lockRoadshow(tx, roadshowId);
    const fromId = await personOf(tx, roadshowId, input.fromNumber, "fromNumber");
    const toId = await personOf(tx, roadshowId, input.toNumber, "toNumber");
    if (fromId === toId) throw new DomainError("stage_meeting_self", { field: "toNumber" });
    const projectId = await projectOf(tx, roadshowId, input.projectNumber);
    const known = await tx.roadshowMeeting.findFirst({
      where: {
        state: { in: [...OPEN_MEETINGS, "MISSED"] },
        OR: [
          { fromId, toId },
          { fromId: toId, toId: fromId },
        ],
      },
      orderBy: { state: "asc" },
      select: { id: true, state: true },
    });
    if (known && !["ACCEPTED", "MISSED"].includes(known.state)) {
      throw new DomainError("roadshow_meeting_exists", { status: 409 });
    }
    const id = known?.id ?? (await insert(tx, { roadshowId, fromId, toId, projectId }));
    await markHeld(tx, id, minutes, actor);
    await appendAudit(tx, actor, {
      action: "roadshow-meeting.recorded",
      subjectType: "RoadshowMeeting",
      subjectId: id,
      detail: { roadshowId, isOnSite: known === null },
    });
    await enqueueLeads(tx, roadshowId);
    return id;
  });
}

async function insert(
  tx: Tx,
  values: { roadshowId: string; fromId: string; toId: string; projectId: string | null },
): Promise<string> {
  const last = await tx.roadshowMeeting.aggregate({
    where: { roadshowId: values.roadshowId },
    _max: { number: true },
  });
  const id = newId();
  const now = clock.now();
  await tx.roadshowMeeting.create({
    data: {
      ...values,
      id,
      number: (last._max.number ?? 0) + 1,
      source: "ON_SITE",
      createdAt: now,
    },
  });
  // The two have agreed before anybody writes it down.
  await advance(tx, meetingConduct, id, "agreeOnSpot", systemActor("roadshow-day"));
  return id;
}

async function personOf(tx: Tx, roadshowId: string, number: number, field: string) {
  const row = await tx.roadshowParticipant.findFirst({
    where: { roadshowId, number, state: "REGISTERED" },
    select: { id: true },
  });
  if (!row) throw new DomainError("stage_no_participant", { field });
  return row.id;
}

async function projectOf(tx: Tx, roadshowId: string, number: number | undefined) {
  if (number === undefined) return null;
  const row = await tx.roadshowProject.findUnique({
    where: { roadshowId_number: { roadshowId, number } },
    select: { id: true },
  });
  if (!row) throw new DomainError("signing_project", { field: "projectNumber" });
  return row.id;
}
