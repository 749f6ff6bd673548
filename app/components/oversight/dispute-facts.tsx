import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import type { TradeCaseType } from "~/domain/oversight/strike-rules";
import { TradeName } from "./trade-name";

type Dispute = {
  id: string;
  caseType: TradeCaseType;
  caseNumber: number;
  caseTitle: string;
  organisation: string;
  text: string;
  fileName: string | null;
  createdAt: Date;
  dueAt: Date | null;
  decidedAt: Date | null;
  result: string;
};

/** What a dispute is about and what became of it. */
export function DisputeFacts({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("oversight");
  return (
    <>
      <Card>
        <DescriptionList
          items={[
            {
              key: "trade",
              label: t("disputes.trade"),
              value: (
                <TradeName
                  caseType={dispute.caseType}
                  number={dispute.caseNumber}
                  title={dispute.caseTitle}
                />
              ),
            },
            { key: "by", label: t("dispute.raisedBy"), value: dispute.organisation },
            {
              key: "at",
              label: t("dispute.raisedAt"),
              value: <DateTime value={dispute.createdAt} format="datetime" />,
            },
            ...(dispute.dueAt
              ? [
                  {
                    key: "due",
                    label: t("dispute.dueAt"),
                    value: <DateTime value={dispute.dueAt} format="datetime" />,
                  },
                ]
              : []),
          ]}
        />
        <p className="prose-text mt-4 whitespace-pre-line">{dispute.text}</p>
        {dispute.fileName && (
          <p className="mt-4">
            <LinkButton
              to={`/desk/disputes/${dispute.id}/file`}
              reloadDocument
              icon="download"
              size="sm"
            >
              {t("dispute.download")}
            </LinkButton>
          </p>
        )}
      </Card>
      <Card title={t("dispute.result")}>
        {dispute.decidedAt ? (
          <>
            <p className="prose-text whitespace-pre-line">{dispute.result}</p>
            <p className="mt-2 text-sm text-muted">
              <DateTime value={dispute.decidedAt} format="datetime" />
            </p>
          </>
        ) : (
          <p className="text-muted">{t("dispute.waiting")}</p>
        )}
      </Card>
    </>
  );
}
