import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { Table } from "~/components/ui/table";
import { useHydrated } from "~/components/ui/use-hydrated";
import type { IncentiveResult } from "~/domain/incentives/incentive-result-rules";
import type { IncentiveField } from "~/domain/incentives/incentives-schema";
import { IncentiveCard, OUTCOME_TONES } from "./incentive-card";
import { InputList } from "./input-list";
import { useFigureText } from "./use-figure-text";

interface IncentiveResultsProps {
  results: IncentiveResult[];
  typed: Partial<Record<IncentiveField, string>>;
  on: string;
  isToday: boolean;
}

/** The estimate: at a glance, what it rests on, then each incentive. Prints without the form. */
export function IncentiveResults({ results, typed, on, isToday }: IncentiveResultsProps) {
  const { t } = useTranslation("incentives");
  const text = useFigureText();
  const isHydrated = useHydrated();
  return (
    <section id="result" aria-labelledby="result-title" className="space-y-6">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="result-title" className="text-xl">
            {t("result.title")}
          </h2>
          <p className="text-sm text-muted">
            {t(isToday ? "result.onToday" : "result.on", { date: on })} · {t("result.rounding")}
          </p>
        </div>
        {isHydrated ? (
          <Button icon="print" onClick={() => window.print()}>
            {t("result.print")}
          </Button>
        ) : (
          <p className="no-print text-sm text-muted">{t("result.printHint")}</p>
        )}
      </div>
      <Alert tone="warning" title={t("notice.title")}>
        {t("notice.body")}
      </Alert>
      <Card title={t("result.summary")} headingLevel={3} padding="flush">
        <Table
          caption={t("result.summary")}
          rows={results}
          rowKey={(one) => one.incentive}
          columns={[
            {
              key: "name",
              header: t("result.item"),
              rowHeader: true,
              cell: (one) => (
                <a href={`#${one.incentive}`} className="link">
                  {t(`name.${one.incentive}`)}
                </a>
              ),
            },
            {
              key: "outcome",
              header: t("result.outcome"),
              cell: (one) => (
                <Badge tone={OUTCOME_TONES[one.outcome]}>{t(`outcome.${one.outcome}`)}</Badge>
              ),
            },
            {
              key: "amount",
              header: t("result.amount"),
              align: "end",
              cell: (one) =>
                one.amountFen === null ? (
                  <span className="text-muted">{t("result.noAmount")}</span>
                ) : (
                  <span className="tabular">
                    <span className="block text-xs text-muted">
                      {t(`headline.${one.incentive}`)}
                    </span>
                    {text({ unit: "fen", value: one.amountFen })}
                  </span>
                ),
            },
          ]}
        />
      </Card>
      <Disclosure look="box" summary={t("result.inputs")}>
        <InputList typed={typed} on={on} />
      </Disclosure>
      {/* Columns instead of a grid: cards of very different height leave no holes. */}
      <div className="gap-6 lg:columns-2 print:columns-1">
        {results.map((result) => (
          <div key={result.incentive} className="mb-6 break-inside-avoid">
            <IncentiveCard result={result} />
          </div>
        ))}
      </div>
    </section>
  );
}
