import type { CalendarEvent, CalendarFeed } from "~/domain/shared/icalendar";
import { type AgendaEntry, subjectOf } from "./agenda-view";
import { placeText, titleFor } from "./plan-changes";

export interface CalendarRoadshow {
  number: number;
  title: string;
  state: string;
  /** Raised by every publication, change of dates and cancellation. */
  sequence: number;
  changedAt: Date;
  /** Calendar dates. */
  startsOn: string;
  endsOn: string;
  venue: string;
  address: string;
  onlineUrl: string;
}

export interface CalendarSource {
  roadshow: CalendarRoadshow;
  isProvisional: boolean;
  /** In the timetable that is public now. */
  entries: readonly AgendaEntry[];
  /** Were in an earlier public one and are not any more, as they last were. */
  gone: readonly AgendaEntry[];
  /** What stands for an activity in calendars, by its id: always the same, and it tells nothing of it. */
  keys: ReadonlyMap<string, string>;
  /** Addresses of online rooms that have one of their own, by place. */
  roomUrls: ReadonlyMap<string, string>;
}

export interface CalendarPerson {
  id: string;
  state: string;
  /** How often the person has cancelled and come back, and when last. */
  turns: number;
  turnedAt: Date | null;
}

export interface CalendarWords {
  /** Origin of the market, without a slash at the end. */
  origin: string;
  language: "zh-CN" | "en";
  meeting: string;
  judging: string;
  confidential: string;
}

const REMIND_ENTRY = [15];
const REMIND_EVENT = [24 * 60];
const REFRESH_MINUTES = 30;

const nextDay = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The event and its public programme; of one-to-one meetings nothing. */
export function publicFeed(source: CalendarSource, words: CalendarWords): CalendarFeed {
  const { roadshow } = source;
  const url = `${words.origin}/roadshows/${roadshow.number}`;
  const title = (entry: AgendaEntry) => (entry.isConfidential ? words.confidential : entry.title);
  const isPublic = (entry: AgendaEntry) => entry.isPublic;
  return feedOf(source, words, {
    url,
    entries: source.entries.filter(isPublic),
    gone: source.gone.filter(isPublic),
    title,
    people: () => [],
    hasRooms: false,
    isCancelled: false,
    turns: 0,
    changedAt: source.roadshow.changedAt,
  });
}

/** What one participant has to do: the event, own pitches, meetings and judging. */
export function personalFeed(
  source: CalendarSource,
  participant: CalendarPerson,
  words: CalendarWords,
): CalendarFeed {
  const { turnedAt } = participant;
  const { changedAt } = source.roadshow;
  const title = (entry: AgendaEntry, isOff: boolean) => {
    const own = entry.people.find((one) => one.participantId === participant.id);
    if (entry.kind === "MEETING") {
      return isOff ? words.meeting : `${words.meeting} · ${titleFor(entry, participant.id)}`;
    }
    return own?.role === "JUDGE" ? `${words.judging} · ${entry.title}` : entry.title;
  };
  return feedOf(source, words, {
    url: `${words.origin}/desk/visits/${participant.id}/agenda`,
    entries: source.entries,
    gone: source.gone,
    title,
    people: (entry) => (entry.kind === "MEETING" ? entry.people : []),
    hasRooms: participant.state === "REGISTERED",
    isCancelled: participant.state === "CANCELLED",
    turns: participant.turns,
    changedAt: turnedAt && turnedAt > changedAt ? turnedAt : changedAt,
  });
}

interface Shape {
  url: string;
  entries: readonly AgendaEntry[];
  gone: readonly AgendaEntry[];
  title: (entry: AgendaEntry, isOff: boolean) => string;
  people: (entry: AgendaEntry) => AgendaEntry["people"];
  /** Online rooms are entered by their address: nobody reads it who has no place at the event. */
  hasRooms: boolean;
  isCancelled: boolean;
  turns: number;
  changedAt: Date;
}

function feedOf(source: CalendarSource, words: CalendarWords, shape: Shape): CalendarFeed {
  const { roadshow } = source;
  const host = new URL(words.origin).hostname;
  const isOff = roadshow.state === "CANCELLED" || shape.isCancelled;
  const sequence = roadshow.sequence + shape.turns;
  const base = { sequence, changedAt: shape.changedAt, url: shape.url };
  const whole: CalendarEvent = {
    ...base,
    uid: `roadshow-${roadshow.number}@${host}`,
    title: roadshow.title,
    location: [roadshow.venue, roadshow.address].filter(Boolean).join(", "),
    status: isOff ? "CANCELLED" : "CONFIRMED",
    start: roadshow.startsOn,
    end: nextDay(roadshow.endsOn),
    remindMinutes: REMIND_EVENT,
  };
  const roomOf = (entry: AgendaEntry) =>
    shape.hasRooms && entry.placeKind === "ONLINE_ROOM"
      ? source.roomUrls.get(entry.placeId) || roadshow.onlineUrl
      : "";
  const eventOf = (entry: AgendaEntry, isGone: boolean): CalendarEvent => {
    const isCancelled = isGone || isOff;
    // Of what is called off nobody needs to know with whom or in which room it would have been.
    const details = isCancelled
      ? []
      : [
          ...shape.people(entry).map((one) => `${one.name} ${one.organisationName}`.trim()),
          roomOf(entry),
        ];
    return {
      ...base,
      // Called off before the next publication raises the event's own number.
      sequence: sequence + (isGone && entry.isOff ? 1 : 0),
      uid: `roadshow-${roadshow.number}-${source.keys.get(subjectOf(entry))}@${host}`,
      title: shape.title(entry, isCancelled),
      description: [roadshow.title, ...details].filter(Boolean).join("\n"),
      location: [placeText(entry), roadshow.venue].filter(Boolean).join(" · "),
      status: isCancelled ? "CANCELLED" : source.isProvisional ? "TENTATIVE" : "CONFIRMED",
      start: entry.startsAt,
      end: entry.endsAt,
      remindMinutes: REMIND_ENTRY,
    };
  };
  return {
    name: roadshow.title,
    language: words.language,
    refreshMinutes: REFRESH_MINUTES,
    events: [
      whole,
      ...shape.entries.map((entry) => eventOf(entry, false)),
      ...shape.gone.map((entry) => eventOf(entry, true)),
    ],
  };
}
