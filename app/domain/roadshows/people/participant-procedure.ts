import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * A person at an event. Everybody enters the waiting list and is admitted at once where there is a place;
 * who works for the event, and whom the organiser lets in, is seated whatever the number of places.
 */
export const participantProcedure = defineProcedure({
  name: "roadshow-participant",
  version: "1",
  initial: "WAITING",
  states: ["WAITING", "REGISTERED", "CANCELLED"],
  relations: ["participant", "organiser", "market"],
  moves: {
    admit: { from: ["WAITING"], to: "REGISTERED", by: ["market"], conditions: ["has-place"] },
    seat: { from: ["WAITING"], to: "REGISTERED", by: ["organiser", "market"] },
    cancel: {
      from: ["WAITING", "REGISTERED"],
      to: "CANCELLED",
      by: ["participant"],
      conditions: ["not-over", "not-needed"],
    },
    strike: {
      from: ["WAITING", "REGISTERED"],
      to: "CANCELLED",
      by: ["organiser"],
      conditions: ["not-over", "not-needed"],
      needsNote: true,
    },
    return: {
      from: ["CANCELLED"],
      to: "WAITING",
      by: ["participant", "organiser", "market"],
      conditions: ["not-over"],
    },
  },
  clocks: {},
});

export type ParticipantState = (typeof participantProcedure.states)[number];
export type ParticipantMove = keyof typeof participantProcedure.moves;
export type ParticipantRelation = (typeof participantProcedure.relations)[number];
export type ParticipantConditionId = "has-place" | "not-over" | "not-needed";
