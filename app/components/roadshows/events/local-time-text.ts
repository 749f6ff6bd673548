const MARKET_ZONE = "Asia/Shanghai";
const shape = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;

/** Made once for each zone. sv-SE prints ISO order. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function wallClock(instant: Date, timeZone: string): { day: string; time: string } {
  const formatter =
    formatters.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { ...shape, timeZone });
  formatters.set(timeZone, formatter);
  const [day = "", time = ""] = formatter.format(instant).split(" ");
  return { day, time };
}

/**
 * A moment or span as a clock in another zone shows it, with the zone's name, and with the day where it is
 * not the market's; null where that clock shows the same.
 */
export function localTimeText(
  span: { from: Date; to?: Date | undefined },
  zone: string,
  language: string,
): string | null {
  const market = wallClock(span.from, MARKET_ZONE);
  const from = wallClock(span.from, zone);
  if (from.day === market.day && from.time === market.time) return null;
  const to = span.to && wallClock(span.to, zone);
  const year = market.day.slice(0, 5);
  const shown = ({ day, time }: { day: string; time: string }, known: string) =>
    day === known ? time : `${day.startsWith(year) ? day.slice(5) : day} ${time}`;
  const start = shown(from, market.day);
  const end = to && shown(to, from.day);
  const name = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: "short" })
    .formatToParts(span.from)
    .find(({ type }) => type === "timeZoneName")?.value;
  return `${start}${end ? `–${end}` : ""} ${name ?? zone}`;
}
