import { useTranslation } from "react-i18next";
import { formatBytes } from "~/components/ui/file-size";
import type { TenderCriterion } from "~/domain/tenders/tender-schema";
import type { BidContentView } from "~/domain/tenders/tender-view";

/** An opened bid's words and files. */
export function BidContent({
  content,
  criteria,
  attachmentHref,
}: {
  content: BidContentView;
  criteria: readonly TenderCriterion[];
  attachmentHref: (index: number) => string;
}) {
  const { t } = useTranslation("tenders");
  return (
    <div className="space-y-3">
      {content.answers.map((one) => (
        <div key={one.criterionId}>
          <p className="font-medium text-ink">
            {criteria.find((each) => each.id === one.criterionId)?.title ?? one.criterionId}
          </p>
          <p className="prose-text whitespace-pre-line">{one.text}</p>
        </div>
      ))}
      {content.statement && (
        <div>
          <p className="font-medium text-ink">{t("evaluation.statement")}</p>
          <p className="prose-text whitespace-pre-line">{content.statement}</p>
        </div>
      )}
      {content.attachments.length > 0 && (
        <div>
          <p className="font-medium text-ink">{t("evaluation.attachments")}</p>
          <ul className="space-y-1">
            {content.attachments.map((one, index) => (
              <li key={one.sha256}>
                {one.isInside ? (
                  <a className="link" href={attachmentHref(index)}>
                    {one.name}
                  </a>
                ) : (
                  <span>
                    {one.name}（{t("evaluation.byHash")}）
                  </span>
                )}{" "}
                <span className="text-sm text-muted">{formatBytes(one.sizeBytes)}</span>
                <p className="font-mono text-xs break-all text-muted">{one.sha256}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
