import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { areMeetingsOpen } from "../people/registration-rules";
import { findPresented } from "../people/visible-people.server";
import { insertMeeting } from "./insert-meeting.server";
import { meetingConduct } from "./meeting-conduct.server";
import { OPEN_MEETINGS } from "./meeting-procedure";
import { countAgreed } from "./meeting-rows.server";

const market = systemActor("roadshow-wishes");

/**
 * Where both wish to meet and neither has its most, the two have a meeting: the one that was asked for, or a
 * new one. The event is locked.
 * @returns the meeting that was agreed now, or null
 */
export async function agreeIfMutual(
  tx: Tx,
  oneId: string,
  otherId: string,
): Promise<string | null> {
  const wishes = await tx.roadshowWish.findMany({
    where: {
      level: { in: ["MUST", "MEET"] },
      OR: [
        { fromId: oneId, toId: otherId },
        { fromId: otherId, toId: oneId },
      ],
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const [first, second] = wishes;
  if (!first || !second) return null;
  const people = await tx.roadshowParticipant.findMany({
    where: { id: { in: [oneId, otherId] }, state: "REGISTERED" },
    select: { id: true, roadshowId: true, meetingsMax: true },
  });
  if (people.length < 2) return null;
  for (const one of people) {
    if ((await countAgreed(tx, one.id)) >= one.meetingsMax) return null;
  }
  const open = await tx.roadshowMeeting.findFirst({
    where: {
      state: { in: [...OPEN_MEETINGS] },
      OR: [
        { fromId: oneId, toId: otherId },
        { fromId: otherId, toId: oneId },
      ],
    },
    select: { id: true, state: true },
  });
  if (open && open.state !== "REQUESTED") return null;
  const { fromId, toId } = first;
  const roadshowId = people[0]?.roadshowId ?? "";
  const id = open?.id ?? (await insertNew());
  await advance(tx, meetingConduct, id, "agree", market);
  return id;

  async function insertNew(): Promise<string> {
    const projectId = await projectOf(tx, roadshowId, fromId, toId);
    const source = "WISH" as const;
    return insertMeeting(tx, { roadshowId, fromId, toId, projectId, source, message: "" }, market);
  }
}

/**
 * The project that a meeting is about: one of who is asked, else one of who asks. A confidential one only
 * where both may know of it: who presents it, and who has given the undertaking.
 */
export async function projectOf(
  tx: Tx,
  roadshowId: string,
  fromId: string,
  toId: string,
): Promise<string | null> {
  const presented = await findPresented(tx, roadshowId);
  const bound = await tx.roadshowParticipant.findMany({
    where: { id: { in: [fromId, toId] }, ndaAcceptedAt: { not: null } },
    select: { id: true },
  });
  const isBound = (id: string) => bound.some((one) => one.id === id);
  const of = (id: string, otherId: string) =>
    presented.find((one) => one.participantId === id && (!one.isConfidential || isBound(otherId)))
      ?.projectId;
  return of(toId, fromId) ?? of(fromId, toId) ?? null;
}

/** With whom a participant has agreed to meet. */
export async function agreedWith(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.roadshowMeeting.findMany({
    where: { state: "ACCEPTED", OR: [{ fromId: id }, { toId: id }] },
    orderBy: { id: "asc" },
    select: { fromId: true, toId: true },
  });
  return rows.map((one) => (one.fromId === id ? one.toId : one.fromId));
}

/**
 * A person has room for another meeting: those that were wished from both sides and never came to be,
 * because somebody had its most, are agreed now, musts first. What was once taken back is not made again.
 */
export async function agreeWaiting(tx: Tx, participantId: string): Promise<void> {
  const { roadshow } = await tx.roadshowParticipant.findUniqueOrThrow({
    where: { id: participantId },
    select: { roadshow: { select: { state: true, audienceDueAt: true } } },
  });
  if (!areMeetingsOpen(roadshow, clock.now())) return;
  const rows = await tx.$queryRaw<{ otherId: string }[]>`
    SELECT mine."toId" AS "otherId" FROM "RoadshowWish" AS mine
    JOIN "RoadshowWish" AS theirs ON theirs."fromId" = mine."toId" AND theirs."toId" = mine."fromId"
    WHERE mine."fromId" = ${participantId}::uuid AND mine.level <> 'NO' AND theirs.level <> 'NO'
      AND NOT EXISTS (SELECT 1 FROM "RoadshowMeeting" AS meeting
        WHERE (meeting."fromId" = mine."fromId" AND meeting."toId" = mine."toId")
          OR (meeting."fromId" = mine."toId" AND meeting."toId" = mine."fromId"))
    ORDER BY (mine.level = 'MUST')::int + (theirs.level = 'MUST')::int DESC, mine."updatedAt"`;
  for (const { otherId } of rows) await agreeIfMutual(tx, participantId, otherId);
}
