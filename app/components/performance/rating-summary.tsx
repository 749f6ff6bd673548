import { useTranslation } from "react-i18next";
import { BarRow } from "~/components/ui/bar-row";
import { Card } from "~/components/ui/card";
import { RATING_SCALES } from "~/domain/performance/performance-schema";
import type { RatingSummary } from "~/domain/performance/rating-view";
import { RatingItem } from "./rating-item";

/** Ratings of an organisation or broker for the public: votes first, averages from enough of them. */
export function RatingSummaryCard({ summary }: { summary: RatingSummary }) {
  const { t } = useTranslation("performance");
  const { averages } = summary;
  return (
    <Card title={t("ratings.publicTitle")}>
      <div className="grid gap-4">
        <p className="text-sm text-muted">
          {summary.votes === 0 ? t("ratings.empty") : t("ratings.votes", { count: summary.votes })}
          {summary.votes > 0 &&
            !averages &&
            ` · ${t("ratings.tooFew", { minimum: summary.minimum })}`}
        </p>
        {averages && (
          <div className="grid gap-2">
            {RATING_SCALES.map((scale) => (
              <BarRow
                key={scale}
                label={t(`ratings.scales.${scale}`)}
                value={averages[scale]}
                max={5}
                valueText={t("ratings.average", { value: averages[scale].toFixed(1) })}
              />
            ))}
          </div>
        )}
        {summary.latest.map((rating) => (
          <RatingItem key={rating.id} rating={rating} />
        ))}
      </div>
    </Card>
  );
}
