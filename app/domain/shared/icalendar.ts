/**
 * iCalendar files (RFC 5545): lines of at most 75 octets folded between characters, CRLF, texts
 * escaped, instants in UTC, all-day dates and the market's time zone. An event keeps its UID for
 * ever; its SEQUENCE grows with every change, so that calendars take the newer one.
 */
export type CalendarEvent = {
  /** Stable and unique in the world, such as "lot-12-bidding@market.example". */
  uid: string;
  /** Number of the change; never goes down. */
  sequence: number;
  /** When it was last changed. */
  changedAt: Date;
  title: string;
  description?: string;
  location?: string;
  url?: string;
  status?: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  /** An instant with an optional end, or a calendar date (YYYY-MM-DD) for an entry of a whole day. */
  start: Date | string;
  end?: Date | string;
  /** Minutes before the start at which the calendar reminds. */
  remindMinutes?: readonly number[];
};

export type CalendarFeed = {
  /** Name under which a calendar program lists the subscription. */
  name: string;
  language: "zh-CN" | "en";
  /** How often a program should ask again. */
  refreshMinutes?: number;
  events: readonly CalendarEvent[];
};

const MAX_OCTETS = 75;
const ZONE = "Asia/Shanghai";

/** China has had one offset and no summer time since 1991. */
const TIME_ZONE = [
  "BEGIN:VTIMEZONE",
  `TZID:${ZONE}`,
  "BEGIN:STANDARD",
  "DTSTART:19910915T000000",
  "TZOFFSETFROM:+0800",
  "TZOFFSETTO:+0800",
  "TZNAME:CST",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** Backslash, semicolon and comma are escaped, line breaks written as \n; other controls are dropped. */
export function escapeText(text: string): string {
  return (
    text
      .replace(/\r\n?|\n/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 has no way to write them
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
      .replace(/[\\;,]/g, (mark) => `\\${mark}`)
      .replace(/\n/g, "\\n")
  );
}

const octets = (character: string) => new TextEncoder().encode(character).length;

/** One content line as physical lines; a continuation starts with a space, which counts. */
export function foldLine(line: string): string {
  let folded = "";
  let size = 0;
  for (const character of line) {
    const width = octets(character);
    if (size + width > MAX_OCTETS) {
      folded += "\r\n ";
      size = 1;
    }
    folded += character;
    size += width;
  }
  return folded;
}

const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, "");

/** Wall-clock time in the market's zone, such as 20260305T093000. */
function local(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().replace(/[-:]|\.\d{3}Z/g, "");
}

function point(name: "DTSTART" | "DTEND", value: Date | string): string {
  if (typeof value === "string") return `${name};VALUE=DATE:${value.replaceAll("-", "")}`;
  return `${name};TZID=${ZONE}:${local(value)}`;
}

function alarm(title: string, minutes: number): string[] {
  return [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapeText(title)}`,
    `TRIGGER:-PT${minutes}M`,
    "END:VALARM",
  ];
}

function eventLines(event: CalendarEvent): string[] {
  const status = event.status ?? "CONFIRMED";
  const isOver = status === "CANCELLED";
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    point("DTSTART", event.start),
    ...(event.end === undefined ? [] : [point("DTEND", event.end)]),
    `SUMMARY:${escapeText(event.title)}`,
    ...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []),
    ...(event.location ? [`LOCATION:${escapeText(event.location)}`] : []),
    // An address is of type URI: it is not escaped, and holds no line break.
    ...(event.url ? [`URL:${event.url.replace(/[\r\n]/g, "")}`] : []),
    `STATUS:${status}`,
    ...(isOver ? [] : (event.remindMinutes ?? []).flatMap((one) => alarm(event.title, one))),
    "END:VEVENT",
  ];
}

/** The whole file as text. Pure: the same feed gives the same bytes. */
export function writeCalendar(feed: CalendarFeed): string {
  const language = feed.language === "en" ? "EN" : "ZH";
  const refresh = feed.refreshMinutes;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//grand-market//calendar//${language}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(feed.name)}`,
    `X-WR-TIMEZONE:${ZONE}`,
    ...(refresh ? [`REFRESH-INTERVAL;VALUE=DURATION:PT${refresh}M`] : []),
    ...(refresh ? [`X-PUBLISHED-TTL:PT${refresh}M`] : []),
    ...TIME_ZONE,
    ...feed.events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}
