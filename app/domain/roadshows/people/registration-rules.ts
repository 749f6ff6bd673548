/** States of an event in which its audience registers, beside the call and the selection. */
export const REGISTRATION_STATES: readonly string[] = [
  "APPROVED",
  "CALL_OPEN",
  "CALL_CLOSED",
  "SELECTION",
  "AGENDA_SET",
  "REGISTRATION",
];
/** The day itself: people come in while there are places, and agree to meet on the spot. */
const DAY_STATES: readonly string[] = ["LIVE", "MATCHING"];

type Event = { state: string; audienceDueAt: Date | null };

const isInTime = (event: Event, now: Date) =>
  event.audienceDueAt === null || now < event.audienceDueAt;

export const isDay = (state: string): boolean => DAY_STATES.includes(state);

/** Whether what was said at registration may be changed; afterwards the timetable rests on it. */
export const mayChangeRegistration = (event: Event, now: Date): boolean =>
  REGISTRATION_STATES.includes(event.state) && isInTime(event, now);

/** Whether the audience may register: until registration ends, and again on the day while there are places. */
export const isRegistrationOpen = (event: Event, now: Date): boolean =>
  mayChangeRegistration(event, now) || isDay(event.state);

/** Whether people may wish and ask for meetings: until registration ends, and again on the day. */
export const areMeetingsOpen = (event: Event, now: Date): boolean => isRegistrationOpen(event, now);
