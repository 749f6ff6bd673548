import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Table } from "~/components/ui/table";
import type { TenderChoices, TenderCriterion, TenderRules } from "~/domain/tenders/tender-schema";

export const percentText = (bp: number) => String(bp / 100);

/** Criteria with their weights, and how points are computed. */
export function CriteriaCard({
  criteria,
  choices,
  rules,
}: {
  criteria: readonly TenderCriterion[];
  choices: TenderChoices;
  rules: TenderRules | null;
}) {
  const { t } = useTranslation("tenders");
  const hasDuration = criteria.some((one) => one.kind === "DURATION");
  const hasScores = criteria.some((one) => one.kind === "SCORE");
  const lines = [
    t(`criteria.price${choices.priceFormula}`, {
      above: percentText(choices.aboveBp),
      below: percentText(choices.belowBp),
    }),
    ...(hasDuration ? [t("criteria.duration")] : []),
    ...(hasScores ? [t(`criteria.quality${choices.qualityBasis}`)] : []),
    ...(hasScores && choices.dropsExtremes ? [t("criteria.drops")] : []),
    t(`criteria.tie${choices.tieRule}`),
    t("criteria.exact"),
    ...(rules
      ? [
          t("criteria.minimum", { count: rules.bidsMinimum }),
          t("criteria.abnormal", { percent: percentText(rules.abnormalBp) }),
          t("criteria.candidates", {
            count: rules.candidatesMaximum,
            days: rules.candidatesDays,
            standstill: rules.standstillDays,
            contract: rules.contractDays,
          }),
          t("criteria.amendment", { days: rules.amendmentDays }),
        ]
      : []),
  ];
  return (
    <Card title={t("criteria.title")} padding="flush">
      <Table
        caption={t("criteria.title")}
        rows={criteria}
        rowKey={(one) => one.id}
        columns={[
          {
            key: "title",
            header: t("criteria.criterion"),
            rowHeader: true,
            cell: (one) => one.title,
          },
          {
            key: "kind",
            header: t("criteria.kind"),
            cell: (one) => t(`criteria.kinds.${one.kind}`),
          },
          {
            key: "weight",
            header: t("criteria.weight"),
            align: "end",
            cell: (one) => `${percentText(one.weightBp)}%`,
          },
          {
            key: "maximum",
            header: t("criteria.maximum"),
            align: "end",
            cell: (one) => (one.kind === "SCORE" ? one.maximum : "—"),
          },
          { key: "guidance", header: t("criteria.guidance"), cell: (one) => one.guidance || "—" },
        ]}
      />
      <div className="px-5 py-4">
        <h3 className="font-medium text-ink">{t("criteria.rules")}</h3>
        <ul className="mt-1 list-disc space-y-1 ps-5 text-sm">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
