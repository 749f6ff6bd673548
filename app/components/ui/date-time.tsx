import { useTranslation } from "react-i18next";

interface DateTimeProps {
  /** ISO instant, Date, or a calendar date YYYY-MM-DD. */
  value: string | Date;
  format?: "date" | "datetime" | "time";
  className?: string;
}

/** Made once: a formatter costs a hundred times what one use of it does. sv-SE prints ISO order. */
const formatter = (shape: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("sv-SE", { ...shape, timeZone: "Asia/Shanghai" });

const day = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

const formatters: Record<NonNullable<DateTimeProps["format"]>, Intl.DateTimeFormat> = {
  date: formatter(day),
  datetime: formatter({ ...day, ...time }),
  time: formatter(time),
};

/**
 * A moment in the market's time zone, the same on server and client.
 * Numbers only (2026-03-05 09:30): one reading in every language.
 */
export function formatDateTime(
  value: string | Date,
  format: DateTimeProps["format"] = "date",
): string {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const instant = typeof value === "string" ? new Date(value) : value;
  if (Number.isNaN(instant.getTime())) return "";
  return formatters[format].format(instant);
}

/** <time> in Beijing time. */
export function DateTime({ value, format = "date", className }: DateTimeProps) {
  const { t } = useTranslation("ui");
  const iso = typeof value === "string" ? value : value.toISOString();
  return (
    <time
      dateTime={iso}
      title={format === "date" ? undefined : t("time.zone")}
      className={className}
    >
      {formatDateTime(value, format)}
    </time>
  );
}
