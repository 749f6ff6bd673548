import type { ProjectState } from "./project-procedure";

/** Handed in, and neither turned down nor on stage yet; before that the form itself is changed. */
const PROJECT_STATES: readonly ProjectState[] = [
  "SUBMITTED",
  "FORM_CHECK",
  "SELECTED",
  "RESERVE",
  "CONFIRMED",
  "MATERIALS_OK",
];
const EVENT_STATES = ["CALL_OPEN", "CALL_CLOSED", "SELECTION", "AGENDA_SET", "REGISTRATION"];

/** Whether somebody else may present a project; on the day the organiser decides. */
export const isPresenterOpen = (projectState: string, eventState: string): boolean =>
  PROJECT_STATES.some((state) => state === projectState) && EVENT_STATES.includes(eventState);
