import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { DateTime } from "~/components/ui/date-time";

/** The last day of a deadline, marked when it has passed. Due is the end of that day. */
export function DueDate({ dueAt, now }: { dueAt: Date | null; now: Date }) {
  const { t } = useTranslation("identity");
  if (!dueAt) return <span className="text-faint">—</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <DateTime value={new Date(dueAt.getTime() - 1)} className="tabular" />
      {dueAt <= now && <Badge tone="danger">{t("queue.overdue")}</Badge>}
    </span>
  );
}
