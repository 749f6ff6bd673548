import { formatDateTime } from "~/components/ui/date-time";

/** A deadline ends with its last day (24:00), so its instant belongs to the day after. */
export function formatLastDay(deadline: Date | string): string {
  return formatDateTime(new Date(new Date(deadline).getTime() - 1));
}
