import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import type { RewardDetail } from "~/domain/performance/reward-view";

/** Instants that end a day (24:00) are read as that day. */
export function lastDay(instant: string): string {
  return formatDateTime(new Date(Date.parse(instant) - 1).toISOString(), "date");
}

/** Publicity and time for payment with what is left of them. */
export function RewardClocks({ reward }: { reward: RewardDetail }) {
  const { t } = useTranslation("performance");
  const { startedAt, endsAt, payment } = reward;
  return (
    <Card title={t("reward.publicity")}>
      <div className="grid gap-2">
        {startedAt && (
          <p>
            {t("reward.publicityFrom", { from: formatDateTime(startedAt, "date") })}{" "}
            {reward.state === "OBJECTION_HANDLING"
              ? t("reward.publicityStopped")
              : endsAt && t("reward.publicityTo", { to: lastDay(endsAt) })}
          </p>
        )}
        {startedAt && (
          <p>
            <Link className="link" to={`/rewards/${reward.number}`}>
              {t("reward.publicPage")}
            </Link>
          </p>
        )}
        {payment && reward.state !== "PAID" && reward.state !== "CANCELLED" && (
          <>
            <p className="text-sm">
              {t("reward.windowText", {
                from: payment.firstPaidOn,
                to: payment.deadline,
                months: payment.months,
              })}
            </p>
            <p
              className={payment.daysLeft < 90 ? "text-sm text-warning-700" : "text-sm text-muted"}
            >
              {payment.daysLeft >= 0
                ? t("reward.windowLeft", { count: payment.daysLeft })
                : t("reward.windowLate", { months: payment.months })}
            </p>
          </>
        )}
        {reward.paidOn && (
          <p>
            {t("reward.paidOn")} {reward.paidOn}
          </p>
        )}
      </div>
    </Card>
  );
}
