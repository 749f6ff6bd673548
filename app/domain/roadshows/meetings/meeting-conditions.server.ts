import { calendarDate } from "~/domain/shared/clock";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct } from "~/domain/shared/procedure/conduct";
import { OVER_STATES } from "../people/participant-conditions.server";
import {
  type MeetingConditionId,
  type MeetingMove,
  type MeetingRelation,
  type MeetingState,
  OPEN_MEETINGS,
} from "./meeting-procedure";
import { countAgreed, type MeetingRow } from "./meeting-rows.server";

export type MeetingConduct = Conduct<
  MeetingRow,
  MeetingState,
  MeetingMove,
  MeetingRelation,
  MeetingConditionId,
  never
>;

const SOURCE = "rules of the event as announced";

/** What must hold before a meeting moves; the event is locked, so that counts stand still. */
export const meetingConditions: MeetingConduct["conditions"] = {
  "event-ahead"({ subject: { roadshow } }) {
    return conditionOf(!OVER_STATES.includes(roadshow.state), {
      inputs: { state: roadshow.state },
      formula: `state not in ${OVER_STATES.join(", ")}`,
      source: SOURCE,
      code: "roadshow_over",
    });
  },
  "both-registered"({ subject: { from, to } }) {
    return conditionOf(from.state === "REGISTERED" && to.state === "REGISTERED", {
      inputs: { from: from.state, to: to.state },
      formula: "both are REGISTERED",
      source: SOURCE,
      code: "roadshow_person_not_registered",
    });
  },
  async "within-quota"({ tx, actor, subject: { from, to } }) {
    const agreed = [await countAgreed(tx, from.id), await countAgreed(tx, to.id)] as const;
    const fromIsFull = agreed[0] >= from.meetingsMax;
    const toIsFull = agreed[1] >= to.meetingsMax;
    const own = actor.kind === "USER" && actor.userId === to.userId ? toIsFull : fromIsFull;
    return conditionOf(!fromIsFull && !toIsFull, {
      inputs: { from: agreed[0], fromMax: from.meetingsMax, to: agreed[1], toMax: to.meetingsMax },
      formula: "agreed meetings of each < most of each",
      source: SOURCE,
      code: own ? "roadshow_own_meetings_full" : "roadshow_their_meetings_full",
    });
  },
  async "both-wish"({ tx, subject: { fromId, toId } }) {
    const wishes = await tx.roadshowWish.findMany({
      where: {
        OR: [
          { fromId, toId },
          { fromId: toId, toId: fromId },
        ],
      },
      select: { level: true },
    });
    const levels = wishes.map((one) => one.level).sort();
    return conditionOf(levels.length === 2 && !levels.includes("NO"), {
      inputs: { levels },
      formula: "each wishes MUST or MEET",
      source: SOURCE,
      code: "roadshow_not_mutual",
    });
  },
  "day-reached"({ now, subject: { roadshow } }) {
    const today = calendarDate(now);
    const first = roadshow.startsOn?.toISOString().slice(0, 10) ?? null;
    const isCancelled = roadshow.state === "CANCELLED";
    return conditionOf(!isCancelled && first !== null && today >= first, {
      inputs: { today, first, state: roadshow.state },
      formula: "state is not CANCELLED and today >= first",
      source: SOURCE,
      code: isCancelled ? "roadshow_over" : "roadshow_not_begun",
    });
  },
  async "no-other"({ tx, subject }) {
    const { id, fromId, toId } = subject;
    const other = await tx.roadshowMeeting.count({
      where: {
        id: { not: id },
        state: { in: [...OPEN_MEETINGS] },
        OR: [
          { fromId, toId },
          { fromId: toId, toId: fromId },
        ],
      },
    });
    return conditionOf(other === 0, {
      inputs: { other },
      formula: "other = 0",
      source: SOURCE,
      code: "roadshow_meeting_exists",
    });
  },
};
