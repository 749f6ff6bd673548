const time = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const day = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** An instant of the database's clock in the market's time zone: the date, the time to the second, and the rest. */
export function marketTime(micros: number): {
  date: string;
  time: string;
  ms: string;
  iso: string;
} {
  const instant = new Date(Math.floor(micros / 1000));
  return {
    date: day.format(instant),
    time: time.format(instant),
    ms: String(Math.floor(micros / 1000) % 1000).padStart(3, "0"),
    iso: instant.toISOString(),
  };
}
