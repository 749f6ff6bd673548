import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import type { AppraisalView } from "~/domain/challenges/challenge-view";
import { CRITERIA } from "~/domain/challenges/score-rules";
import { pointsText } from "./use-money";

/** What experts have said of one intention. */
export function OtherViews({ views }: { views: readonly AppraisalView[] }) {
  const { t } = useTranslation("challenges");
  return (
    <ul className="divide-y divide-line">
      {views.map((one) => (
        <li key={one.expert} className="space-y-1 py-2">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium text-ink">{one.expert}</span>
            <Badge tone="info">
              {t("work.appraisal.total")} {pointsText(one.totalHundredths)}
            </Badge>
            <Badge>{t(`work.appraisal.recommendations.${one.recommendation}`)}</Badge>
          </p>
          <p className="text-sm text-muted">
            {CRITERIA.map((id) => `${t(`criteria.${id}`)} ${one.scores[id]}`).join(" · ")}
          </p>
          <p className="whitespace-pre-wrap">{one.comment}</p>
        </li>
      ))}
    </ul>
  );
}
