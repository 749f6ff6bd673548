import { can } from "~/domain/identity/permission-rules";
import type { MoveHook } from "~/domain/shared/procedure/conduct";
import { type MeetingConduct, meetingConditions } from "./meeting-conditions.server";
import { tellMoved } from "./meeting-notices.server";
import { type MeetingRelation, meetingProcedure } from "./meeting-procedure";
import { type MeetingRow, meetingSelect } from "./meeting-rows.server";

const answered: MoveHook<MeetingRow> = async ({ tx, subjects, now }) => {
  for (const { id } of subjects) {
    await tx.roadshowMeeting.update({ where: { id }, data: { answeredAt: now } });
  }
};

/** How meetings move. Whoever moves one has locked its event first (lockMeeting). */
export const meetingConduct: MeetingConduct = {
  procedure: meetingProcedure,
  table: "RoadshowMeeting",

  async load(tx, ids) {
    return tx.roadshowMeeting.findMany({
      where: { id: { in: [...ids] } },
      orderBy: { id: "asc" },
      select: meetingSelect,
    });
  },

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<MeetingRelation>(["market"]);
    const found = new Set<MeetingRelation>();
    if (row.from.userId === actor.userId) found.add("asker");
    if (row.to.userId === actor.userId) found.add("asked");
    const { organisationId, members } = row.roadshow;
    const isDesk = members.some((one) => one.userId === actor.userId);
    if (isDesk || can(actor, "roadshow.organise", { organisationId })) found.add("staff");
    return found;
  },

  conditions: meetingConditions,

  before: {
    accept: answered,
    agree: answered,
    agreeOnSpot: answered,
    decline: answered,
    hold: async ({ tx, subjects, now }) => {
      for (const { id } of subjects) {
        await tx.roadshowMeeting.update({ where: { id }, data: { heldAt: now } });
      }
    },
  },

  async afterEach({ tx, subjects, actor, now }) {
    // Who agreed at the table needs no message about it.
    if (actor.kind === "SYSTEM" && actor.name === "roadshow-day") return;
    for (const { id } of subjects) {
      // Read anew: who has just left is not told.
      const meeting = await tx.roadshowMeeting.findUniqueOrThrow({
        where: { id },
        select: meetingSelect,
      });
      await tellMoved(tx, meeting, actor, now);
    }
  },
};
