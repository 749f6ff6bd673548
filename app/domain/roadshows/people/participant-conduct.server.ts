import { systemActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { MoveHook } from "~/domain/shared/procedure/conduct";
import { meetingConduct } from "../meetings/meeting-conduct.server";
import type { ParticipantConduct } from "./participant-conditions.server";
import { participantConditions } from "./participant-conditions.server";
import { type ParticipantRelation, participantProcedure } from "./participant-procedure";
import { type ParticipantRow, participantSelect } from "./participant-rows.server";

/** Who does not come meets nobody. */
const dissolveMeetings: MoveHook<ParticipantRow> = async ({ tx, subjects }) => {
  const ids = subjects.map((one) => one.id);
  const meetings = await tx.roadshowMeeting.findMany({
    where: {
      state: { in: ["REQUESTED", "ACCEPTED"] },
      OR: [{ fromId: { in: ids } }, { toId: { in: ids } }],
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const market = systemActor("roadshow-registration");
  for (const { id } of meetings) {
    await advance(tx, meetingConduct, id, "dissolve", market, { note: "a participant left" });
  }
};

/** How participants move. Whoever moves one has locked its event first (lockParticipant). */
export const participantConduct: ParticipantConduct = {
  procedure: participantProcedure,
  table: "RoadshowParticipant",

  async load(tx, ids) {
    return tx.roadshowParticipant.findMany({
      where: { id: { in: [...ids] } },
      orderBy: { id: "asc" },
      select: participantSelect,
    });
  },

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<ParticipantRelation>(["market"]);
    const found = new Set<ParticipantRelation>();
    if (row.userId === actor.userId) found.add("participant");
    const { organisationId } = row.roadshow;
    if (can(actor, "roadshow.organise", { organisationId })) found.add("organiser");
    return found;
  },

  conditions: participantConditions,

  after: { cancel: dissolveMeetings, strike: dissolveMeetings },
};
