import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct } from "~/domain/shared/procedure/conduct";
import type {
  ParticipantConditionId,
  ParticipantMove,
  ParticipantRelation,
  ParticipantState,
} from "./participant-procedure";
import { countAudience, type ParticipantRow, WORKING_ROLES } from "./participant-rows.server";

export type ParticipantConduct = Conduct<
  ParticipantRow,
  ParticipantState,
  ParticipantMove,
  ParticipantRelation,
  ParticipantConditionId,
  never
>;

const SOURCE = "rules of the event as announced";
/** From then on the list is a record of who was there. */
export const OVER_STATES = ["REPORTED", "FOLLOW_UP", "CLOSED", "CANCELLED"];

/** What must hold before a participant moves; the event is locked, so that counts stand still. */
export const participantConditions: ParticipantConduct["conditions"] = {
  async "has-place"({ tx, subject: { roadshow } }) {
    const max = roadshow.maxAudience;
    const taken = max === null ? 0 : await countAudience(tx, roadshow.id);
    return conditionOf(max === null || taken < max, {
      inputs: { max, taken },
      formula: "max is null or taken < max",
      source: SOURCE,
      code: "roadshow_full",
    });
  },
  "not-over"({ subject: { roadshow } }) {
    return conditionOf(!OVER_STATES.includes(roadshow.state), {
      inputs: { state: roadshow.state },
      formula: `state not in ${OVER_STATES.join(", ")}`,
      source: SOURCE,
      code: "roadshow_over",
    });
  },
  "not-needed"({ subject }) {
    // Who presents or judges goes through the project or the seat, which then has to be filled anew.
    const needed = subject.roles.filter((role) => WORKING_ROLES.includes(role));
    return conditionOf(needed.length === 0, {
      inputs: { needed },
      formula: "holds no role that the programme rests on",
      source: SOURCE,
      code: "roadshow_participant_needed",
    });
  },
};
