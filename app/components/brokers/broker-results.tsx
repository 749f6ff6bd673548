import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import type { PublicBroker } from "~/domain/brokers/profile-view";
import type { AmountBand } from "~/domain/brokers/result-rules";

/** What a broker has brought about, as counts by band; small counts are not told apart. */
export function BrokerResults({ results }: { results: PublicBroker["results"] }) {
  const { t } = useTranslation("brokers");
  const count = (value: number | null) =>
    value === null ? t("public.few") : t("public.count", { count: value });
  if (results.total === 0) {
    return (
      <Card title={t("public.results")}>
        <p className="text-muted">{t("public.resultsNone")}</p>
      </Card>
    );
  }
  return (
    <Card title={t("public.results")}>
      <p className="text-lg text-ink">
        {t("public.total")} <strong className="tabular">{count(results.total)}</strong>
      </p>
      {results.bands.length > 0 && (
        <div className="mt-3 grid gap-x-8 gap-y-4 md:grid-cols-2">
          <section>
            <h3 className="text-sm text-muted">{t("public.byAmount")}</h3>
            <DescriptionList
              items={results.bands.map((cell) => ({
                label: t(`bands.${cell.key as AmountBand}`),
                value: <span className="tabular">{count(cell.count)}</span>,
              }))}
            />
          </section>
          <section>
            <h3 className="text-sm text-muted">{t("public.byCategory")}</h3>
            <DescriptionList
              items={results.categories.map((cell) => ({
                label: t(`categories.c${cell.key}` as "categories.c10"),
                value: <span className="tabular">{count(cell.count)}</span>,
              }))}
            />
          </section>
        </div>
      )}
      <p className="mt-3 text-sm text-muted">{t("public.resultsNote")}</p>
    </Card>
  );
}
