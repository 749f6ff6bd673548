import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock, endOfDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { readRules } from "../events/roadshow-rules-schema";
import { isDay } from "../people/registration-rules";
import { agreeIfMutual, projectOf } from "./agree-wishes.server";
import { insertMeeting } from "./insert-meeting.server";
import { tellRequested } from "./meeting-notices.server";
import { OPEN_MEETINGS } from "./meeting-procedure";
import { countAgreed, meetingSelect } from "./meeting-rows.server";
import { assertMeetingsOpen, lockPair, type Pair } from "./pair-access.server";
import { keepAtLeastMeet } from "./wish-rows.server";

export type RequestMeetingInput = {
  participantId: string;
  toId: string;
  /** One of the other's projects; null for what the other presents first. */
  projectId: string | null;
  message: string;
};

/**
 * Asks another participant for a meeting. Where the other has asked already, or wishes it, the two have
 * agreed. Who does not want to meet the asker does not hear of it.
 * @throws DomainError "not_found" (404), "not_a_choice" at projectId, "roadshow_not_registered" (409),
 * "roadshow_meetings_closed" (409), "roadshow_takes_no_meetings", "roadshow_meeting_exists" (409),
 * "roadshow_own_meetings_full", "roadshow_their_meetings_full", "roadshow_requests_full",
 * "roadshow_asked_today"
 */
export async function requestMeeting(
  input: RequestMeetingInput,
  actor: UserActor,
  db: DbOrTx,
): Promise<{ id: string; state: "REQUESTED" | "ACCEPTED" }> {
  return inTransaction(db, async (tx) => {
    const pair = await lockPair(tx, input, actor);
    const { own, other, presented } = pair;
    assertMeetingsOpen(own);
    if (input.projectId && !presented.some((one) => one.projectId === input.projectId)) {
      throw new DomainError("not_a_choice", { field: "projectId" });
    }
    const open = await findOpen(tx, pair);
    if (open && (open.state !== "REQUESTED" || open.fromId === own.id)) {
      throw new DomainError("roadshow_meeting_exists", { status: 409 });
    }
    if (!open && !other.wantsMeetings) throw new DomainError("roadshow_takes_no_meetings");
    if ((await countAgreed(tx, own.id)) >= own.meetingsMax) {
      throw new DomainError("roadshow_own_meetings_full", { params: { max: own.meetingsMax } });
    }
    if ((await countAgreed(tx, other.id)) >= other.meetingsMax) {
      throw new DomainError("roadshow_their_meetings_full");
    }
    if (!open) await assertFewRequests(tx, pair);
    await keepAtLeastMeet(tx, { fromId: own.id, toId: other.id });
    const id = open?.id ?? (await insertNew());
    if (await agreeIfMutual(tx, own.id, other.id)) return { id, state: "ACCEPTED" };
    const meeting = await tx.roadshowMeeting.findUniqueOrThrow({
      where: { id },
      select: meetingSelect,
    });
    await tellRequested(tx, meeting);
    return { id, state: "REQUESTED" };

    async function insertNew(): Promise<string> {
      const { roadshowId } = own;
      const ids = { roadshowId, fromId: own.id, toId: other.id };
      const projectId =
        input.projectId ?? (await projectOf(tx, ids.roadshowId, ids.fromId, ids.toId));
      const source = isDay(own.roadshow.state) ? "ON_SITE" : "REQUEST";
      const message = input.message.trim();
      return insertMeeting(tx, { ...ids, projectId, source, message }, actor);
    }
  });
}

async function findOpen(tx: Tx, { own, other }: Pair) {
  return tx.roadshowMeeting.findFirst({
    where: {
      state: { in: [...OPEN_MEETINGS] },
      OR: [
        { fromId: own.id, toId: other.id },
        { fromId: other.id, toId: own.id },
      ],
    },
    select: { id: true, state: true, fromId: true },
  });
}

const DAY_MS = 86_400_000;

/**
 * Requests that wait and all of today count, whatever became of them; who said no today, or was asked and
 * let go, is not asked again before tomorrow.
 */
async function assertFewRequests(tx: Tx, { own, other }: Pair): Promise<void> {
  const max = readRules(own.roadshow.rules).requestsMax;
  const today = { gte: new Date(endOfDate(calendarDate(clock.now())).getTime() - DAY_MS) };
  const isAsked = await tx.roadshowMeeting.count({
    where: {
      fromId: own.id,
      toId: other.id,
      state: { in: ["DECLINED", "WITHDRAWN"] },
      OR: [{ createdAt: today }, { answeredAt: today }],
    },
  });
  if (isAsked > 0) throw new DomainError("roadshow_asked_today", { status: 409 });
  const asked = await tx.roadshowMeeting.count({
    where: {
      fromId: own.id,
      OR: [{ state: "REQUESTED" }, { createdAt: today, source: { not: "WISH" } }],
    },
  });
  if (asked >= max) throw new DomainError("roadshow_requests_full", { params: { max } });
}
