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
    isCancelled: false,
  });
}

/** What one participant has to do: the event, own pitches, meetings and judging. */
export function personalFeed(
  source: CalendarSource,
  participant: { id: string; isCancelled: boolean },
  words: CalendarWords,
): CalendarFeed {
  const title = (entry: AgendaEntry) => {
    const own = entry.people.find((one) => one.participantId === participant.id);
    if (entry.kind === "MEETING") return `${words.meeting} · ${titleFor(entry, participant.id)}`;
    return own?.role === "JUDGE" ? `${words.judging} · ${entry.title}` : entry.title;
  };
  return feedOf(source, words, {
    url: `${words.origin}/desk/visits/${participant.id}/agenda`,
    entries: source.entries,
    gone: source.gone,
    title,
    people: (entry) => (entry.kind === "MEETING" ? entry.people : []),
    isCancelled: participant.isCancelled,
  });
}

interface Shape {
  url: string;
  entries: readonly AgendaEntry[];
  gone: readonly AgendaEntry[];
  title: (entry: AgendaEntry) => string;
  people: (entry: AgendaEntry) => AgendaEntry["people"];
  isCancelled: boolean;
}

function feedOf(source: CalendarSource, words: CalendarWords, shape: Shape): CalendarFeed {
  const { roadshow } = source;
  const host = new URL(words.origin).hostname;
  const isOff = roadshow.state === "CANCELLED" || shape.isCancelled;
  const base = { sequence: roadshow.sequence, changedAt: roadshow.changedAt, url: shape.url };
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
  const eventOf = (entry: AgendaEntry, isGone: boolean): CalendarEvent => ({
    ...base,
    // Called off before the next publication raises the event's own number.
    sequence: roadshow.sequence + (isGone && entry.isOff ? 1 : 0),
    uid: `roadshow-${roadshow.number}-${subjectOf(entry)}@${host}`,
    title: shape.title(entry),
    description: [
      roadshow.title,
      ...shape.people(entry).map((one) => `${one.name} ${one.organisationName}`.trim()),
      ...(entry.placeKind === "ONLINE_ROOM" ? [roadshow.onlineUrl] : []),
    ]
      .filter(Boolean)
      .join("\n"),
    location: [placeText(entry), roadshow.venue].filter(Boolean).join(" · "),
    status: isGone || isOff ? "CANCELLED" : source.isProvisional ? "TENTATIVE" : "CONFIRMED",
    start: entry.startsAt,
    end: entry.endsAt,
    remindMinutes: REMIND_ENTRY,
  });
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
