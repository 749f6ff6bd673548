import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import { formatDateTime } from "~/components/ui/date-time";
import type { Tone } from "~/components/ui/tone";
import type { IntroductionState } from "~/domain/matching/introduction-procedure";
import type { IntroductionItem } from "~/domain/matching/introduction-view-schema";

const TONE: Record<IntroductionState, Tone> = {
  REQUESTED: "warning",
  ACCEPTED: "success",
  DECLINED: "neutral",
  WITHDRAWN: "neutral",
  LAPSED: "neutral",
};

/** Where a request stands. */
export function IntroductionStateBadge({ state }: { state: IntroductionState }) {
  const { t } = useTranslation("matching");
  return <StatusBadge tone={TONE[state]}>{t(`states.${state}`)}</StatusBadge>;
}

const DAY_MS = 86_400_000;

/**
 * The reply clock of an open request. `now` comes from the server, in milliseconds. Due instants are
 * the end of a day (24:00), which people read as the day before.
 */
export function ReplyClock({
  introduction,
  now,
}: {
  introduction: Pick<IntroductionItem, "state" | "replyDueAt" | "answeredAt">;
  now: number;
}) {
  const { t } = useTranslation("matching");
  const { state, replyDueAt, answeredAt } = introduction;
  if (state !== "REQUESTED" || !replyDueAt) {
    if (!answeredAt) return null;
    return <>{t("answeredOn", { date: formatDateTime(answeredAt, "date") })}</>;
  }
  const due = Date.parse(replyDueAt);
  const days = Math.floor((due - now) / DAY_MS);
  const left =
    due <= now ? t("overdue") : days === 0 ? t("dueToday") : t("daysLeft", { count: days });
  return (
    <>
      {t("dueBy", { date: formatDateTime(new Date(due - 1).toISOString(), "date") })}
      <span className={days <= 2 ? "ml-2 text-warning-700" : "ml-2 text-muted"}>{left}</span>
    </>
  );
}
