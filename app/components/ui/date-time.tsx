import { useTranslation } from "react-i18next";

interface DateTimeProps {
  /** ISO instant, Date, or a calendar date YYYY-MM-DD. */
  value: string | Date;
  format?: "date" | "datetime" | "time";
  className?: string;
}

const shapes: Record<NonNullable<DateTimeProps["format"]>, Intl.DateTimeFormatOptions> = {
  date: { year: "numeric", month: "2-digit", day: "2-digit" },
  datetime: {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
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
  // sv-SE prints ISO order.
  return new Intl.DateTimeFormat("sv-SE", {
    ...shapes[format],
    timeZone: "Asia/Shanghai",
  }).format(instant);
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
