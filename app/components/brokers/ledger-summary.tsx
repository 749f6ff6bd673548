import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Stat, StatGrid } from "~/components/ui/stat";
import type { Ledger } from "~/domain/brokers/ledger-view";
import { useAmount } from "./use-amount";

/** Sums of the year and how they stand to the limits of the provincial filing. */
export function LedgerSummary({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation("brokers");
  const amount = useAmount();
  const { filing, owner, year } = ledger;
  return (
    <>
      <StatGrid>
        <Stat label={t("ledger.turnover")} value={amount(filing.totals.turnoverFen)} />
        <Stat label={t("ledger.income")} value={amount(filing.totals.incomeFen)} />
        <Stat
          label={t("filing.relatedTurnover")}
          value={amount(filing.totals.relatedTurnoverFen)}
        />
        <Stat label={t("filing.relatedIncome")} value={amount(filing.totals.relatedIncomeFen)} />
      </StatGrid>
      <Card
        title={t("ledger.thresholds")}
        actions={
          <LinkButton
            to={`/desk/broker/filing?owner=${owner.id}&year=${year}`}
            variant="secondary"
            icon="download"
            reloadDocument
            prefetch="none"
          >
            {t("ledger.filing")}
          </LinkButton>
        }
      >
        <p className="text-sm text-muted">{t(`ledger.filer.${filing.filer}`)}</p>
        <ul className="mt-2 space-y-2">
          {filing.thresholds.map((one) => (
            <li key={one.key} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Badge tone={one.isMet ? "success" : "neutral"}>
                {one.isMet ? t("ledger.met") : t("ledger.notMet")}
              </Badge>
              <span>{one.titleZh}</span>
              <span className="tabular">
                {t("ledger.threshold", {
                  actual: amount(one.actualFen),
                  limit: amount(one.limitFen),
                })}
              </span>
              <span className="w-full text-sm break-all text-muted">
                {t("ledger.source", { source: one.source })}
              </span>
            </li>
          ))}
        </ul>
        <p className="mt-2 text-sm text-muted">{t("ledger.filingHint")}</p>
      </Card>
    </>
  );
}
