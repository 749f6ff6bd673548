import { useTranslation } from "react-i18next";
import { formatDateTime } from "~/components/ui/date-time";
import { RATING_SCALES } from "~/domain/performance/performance-schema";
import type { RatingView } from "~/domain/performance/rating-view";

/** One rating with its reply. */
export function RatingItem({ rating }: { rating: RatingView }) {
  const { t } = useTranslation("performance");
  return (
    <article className="grid gap-1.5">
      <p className="text-sm text-muted">
        {t("ratings.of", { rater: rating.raterName, ratee: rating.rateeName })} ·{" "}
        {formatDateTime(rating.createdAt, "date")}
      </p>
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        {RATING_SCALES.map((scale) => (
          <span key={scale}>
            {t(`ratings.scales.${scale}`)}{" "}
            <span className="tabular font-medium text-ink">
              {t("ratings.average", { value: rating[scale] })}
            </span>
          </span>
        ))}
      </p>
      {rating.comment && <p className="prose-text whitespace-pre-wrap">{rating.comment}</p>}
      {rating.reply && (
        <p className="prose-text whitespace-pre-wrap rounded-md bg-sunken px-3 py-2 text-sm">
          {t("ratings.replied")} {rating.reply}
        </p>
      )}
    </article>
  );
}
