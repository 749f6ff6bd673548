import { useTranslation } from "react-i18next";
import { BarRow } from "~/components/ui/bar-row";
import type { DeclineStatistics as Data } from "~/domain/matching/match-view-schema";

/** How others answered to a listing, in numbers; nothing while nobody has. */
export function DeclineStatistics({ statistics }: { statistics: Data }) {
  const { t } = useTranslation("matching");
  const { interested, declined, reasons } = statistics;
  if (interested === 0 && declined === 0) return null;
  const max = Math.max(1, ...(reasons ?? []).map((reason) => reason.count));
  return (
    <div className="grid gap-2 rounded-lg border border-line bg-surface px-4 py-3 text-sm">
      <h3 className="text-base font-semibold text-ink">{t("statisticsTitle")}</h3>
      <p>
        {t("statisticsInterested", { count: interested })}
        {t("listSeparator")}
        {t("statisticsDeclined", { count: declined })}
      </p>
      {reasons ? (
        reasons.length > 0 && (
          <ul aria-label={t("statisticsReason")} className="max-w-xl">
            {reasons.map((reason) => (
              <BarRow
                key={reason.code}
                label={t(`declineCodes.${reason.code}`)}
                value={reason.count}
                max={max}
                valueText={t("times", { count: reason.count })}
              />
            ))}
          </ul>
        )
      ) : (
        <p className="text-muted">{declined > 0 && t("statisticsFew")}</p>
      )}
    </div>
  );
}
