import { can } from "~/domain/identity/permission-rules";
import type { ParticipantConduct } from "./participant-conditions.server";
import { participantConditions } from "./participant-conditions.server";
import { type ParticipantRelation, participantProcedure } from "./participant-procedure";
import { participantSelect } from "./participant-rows.server";

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
};
