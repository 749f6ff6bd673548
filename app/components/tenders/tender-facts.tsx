import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import type { TenderFacts } from "~/domain/tenders/tender-view";
import { useYuan } from "./use-tender-text";

const DATES = [
  "issuedAt",
  "bidsDueAt",
  "openedAt",
  "candidatesAt",
  "candidatesEndAt",
  "standstillEndsAt",
  "awardedAt",
] as const;

/** Every date of a tender. */
export function TenderDates({ tender }: { tender: TenderFacts }) {
  const { t } = useTranslation("tenders");
  return (
    <DescriptionList
      columns={2}
      hideEmpty
      items={DATES.map((key) => ({
        key,
        label: t(`facts.${key}`),
        value: tender[key] && <DateTime value={tender[key]} format="datetime" />,
      }))}
    />
  );
}

/** What is called for, in the words of the call. */
export function TenderContent({ tender }: { tender: TenderFacts }) {
  const { t } = useTranslation("tenders");
  const yuan = useYuan();
  const texts = ["description", "qualification", "contractTerms"] as const;
  return (
    <Card>
      <DescriptionList
        columns={2}
        items={[
          { label: t("facts.buyer"), value: tender.buyer },
          { label: t("facts.category"), value: tender.category },
          { label: t("facts.budget"), value: tender.budgetFen && yuan(tender.budgetFen) },
          {
            label: t("facts.bond"),
            value: tender.bondFen ? yuan(tender.bondFen) : t("facts.noBond"),
          },
        ]}
      />
      {(tender.rules ?? tender.choices).budgetIsCeiling && (
        <p className="mt-2 text-sm text-muted">{t("facts.ceiling")}</p>
      )}
      {texts.map((key) => (
        <section key={key} className="mt-5">
          <h2 className="text-lg font-medium text-ink">{t(`facts.${key}`)}</h2>
          <p className="prose-text mt-1 whitespace-pre-line">{tender[key]}</p>
        </section>
      ))}
      {tender.need && (
        <p className="mt-5">
          {t("facts.need")}:{" "}
          <Link className="link" to={`/needs/${tender.need.id}`}>
            {tender.need.title}
          </Link>
        </p>
      )}
      {tender.rulesHash && (
        <div className="mt-5 text-sm">
          <p className="text-muted">{t("facts.hash")}</p>
          <p className="font-mono break-all">{tender.rulesHash}</p>
          <p className="text-muted">{t("facts.hashHint")}</p>
        </div>
      )}
    </Card>
  );
}
