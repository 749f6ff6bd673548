import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import type { TenderFacts } from "~/domain/tenders/tender-view";

/** What a reader should know first: suspended, failed, called again, and that bids are not counted. */
export function TenderNotices({
  tender,
  isTakingBids,
}: {
  tender: TenderFacts;
  isTakingBids: boolean;
}) {
  const { t } = useTranslation("tenders");
  const note = tender.closeNote === "too_few_bids" ? t("facts.tooFew") : tender.closeNote;
  const isOver = tender.state === "FAILED" || tender.state === "CANCELLED";
  return (
    <>
      {tender.state === "SUSPENDED" && <Alert tone="warning">{t("facts.suspended")}</Alert>}
      {isOver && (
        <Alert tone="warning" title={t(`states.${tender.state}`)}>
          {note}
        </Alert>
      )}
      {tender.laterNumber && (
        <Alert
          tone="info"
          actions={
            <LinkButton to={`/tenders/${tender.laterNumber}`} size="sm">
              {t("number", { number: tender.laterNumber })}
            </LinkButton>
          }
        >
          {t("facts.later", { number: tender.laterNumber })}
        </Alert>
      )}
      {tender.earlierNumber && (
        <Alert
          tone="info"
          actions={
            <LinkButton to={`/tenders/${tender.earlierNumber}`} size="sm">
              {t("number", { number: tender.earlierNumber })}
            </LinkButton>
          }
        >
          {t("facts.earlier", { number: tender.earlierNumber })}
        </Alert>
      )}
      {isTakingBids && <Alert tone="info">{t("facts.countHidden")}</Alert>}
    </>
  );
}
