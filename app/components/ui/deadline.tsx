import { useTranslation } from "react-i18next";
import { formatDateTime } from "./date-time";

/**
 * A deadline as people count it: the first instant of a day is the end of the day before, so that
 * nobody takes "20 December 00:00" for a day more.
 */
export function deadlineText(iso: string): string {
  const text = formatDateTime(iso, "datetime");
  if (!text.endsWith(" 00:00")) return text;
  return `${formatDateTime(new Date(Date.parse(iso) - 1))} 24:00`;
}

/** The same as <time>; in a narrow place it breaks between the day and the hour only. */
export function Deadline({ value, className }: { value: string; className?: string }) {
  const { t } = useTranslation("ui");
  const [day, hour] = deadlineText(value).split(" ");
  return (
    <time dateTime={value} title={t("time.zone")} className={className}>
      <span className="whitespace-nowrap">{day}</span>{" "}
      <span className="whitespace-nowrap">{hour}</span>
    </time>
  );
}
