import { defineProcedure } from "~/domain/shared/procedure/procedure";

/** A task in a deal room. Reminders are sent by date, once a day (remind-tasks.server.ts). */
export const dealTaskProcedure = defineProcedure({
  name: "deal-task",
  version: "1",
  initial: "OPEN",
  states: ["OPEN", "DONE", "CANCELLED"],
  relations: ["assignee", "setter"],
  moves: {
    finish: { from: ["OPEN"], to: "DONE", by: ["assignee", "setter"], conditions: ["room-runs"] },
    reopen: { from: ["DONE"], to: "OPEN", by: ["assignee", "setter"], conditions: ["room-runs"] },
    cancel: { from: ["OPEN"], to: "CANCELLED", by: ["setter"], conditions: ["room-runs"] },
  },
  clocks: {},
});

export type DealTaskState = (typeof dealTaskProcedure.states)[number];
export type DealTaskMove = keyof typeof dealTaskProcedure.moves;
export type DealTaskRelation = (typeof dealTaskProcedure.relations)[number];
