import type { Prisma } from "#prisma/client/client";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { AGREED_MEETINGS } from "./meeting-procedure";

const partySelect = {
  id: true,
  state: true,
  userId: true,
  name: true,
  organisationName: true,
  meetingsMax: true,
} as const satisfies Prisma.RoadshowParticipantSelect;

export const meetingSelect = {
  id: true,
  roadshowId: true,
  number: true,
  state: true,
  fromId: true,
  toId: true,
  projectId: true,
  source: true,
  message: true,
  from: { select: partySelect },
  to: { select: partySelect },
  roadshow: {
    select: {
      id: true,
      number: true,
      state: true,
      title: true,
      organisationId: true,
      startsOn: true,
      members: { where: { state: "ACCEPTED", role: "DESK" }, select: { userId: true } },
    },
  },
} as const satisfies Prisma.RoadshowMeetingSelect;

export type MeetingRow = Prisma.RoadshowMeetingGetPayload<{ select: typeof meetingSelect }>;

/**
 * A meeting with its event locked first.
 * @throws DomainError "not_found" (404)
 */
export async function lockMeeting(tx: Tx, id: string): Promise<MeetingRow> {
  const found = isId(id)
    ? await tx.roadshowMeeting.findUnique({ where: { id }, select: { roadshowId: true } })
    : null;
  if (!found) throw new DomainError("not_found", { status: 404 });
  await lockRoadshow(tx, found.roadshowId);
  return tx.roadshowMeeting.findUniqueOrThrow({ where: { id }, select: meetingSelect });
}

/** Meetings of a person that are agreed or were held. */
export async function countAgreed(db: DbOrTx, participantId: string): Promise<number> {
  return db.roadshowMeeting.count({
    where: {
      state: { in: [...AGREED_MEETINGS] },
      OR: [{ fromId: participantId }, { toId: participantId }],
    },
  });
}
