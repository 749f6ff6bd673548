import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import type { TrialResult } from "~/domain/matching/trial-view";

/** What each trial came to, said honestly when it came to too little. */
export function TrialResults({ trials }: { trials: TrialResult[] }) {
  const { t } = useTranslation("quality");
  return (
    <Card title={t("office.results")}>
      {trials.length === 0 ? (
        <EmptyState icon="chart" title={t("office.noTrials")} headingLevel={3} />
      ) : (
        <div className="space-y-8">
          {trials.map((trial) => (
            <Result key={trial.id} trial={trial} />
          ))}
        </div>
      )}
    </Card>
  );
}

function Result({ trial }: { trial: TrialResult }) {
  const { t } = useTranslation("quality");
  const from = formatDateTime(trial.startedAt, "datetime");
  const rows = [
    {
      key: "a",
      name: t("office.armA", { version: trial.a.version }),
      arm: trial.a,
      won: trial.wonByA,
    },
    {
      key: "b",
      name: t("office.armB", { version: trial.b.version }),
      arm: trial.b,
      won: trial.wonByB,
    },
  ];
  const caption = t("office.resultsCaption", { a: trial.a.version, b: trial.b.version });
  const figure = (key: "places" | "interested" | "strong") => ({
    key,
    header: t(`office.${key}`),
    align: "end" as const,
    className: "tabular",
    cell: (row: (typeof rows)[number]) => row.arm[key],
  });
  return (
    <section>
      <h3 className="text-base">
        {trial.endedAt
          ? t("office.periodEnded", { from, to: formatDateTime(trial.endedAt, "datetime") })
          : t("office.period", { from })}
      </h3>
      <Table
        caption={caption}
        rows={rows}
        rowKey={(row) => row.key}
        narrow="scroll"
        dense
        columns={[
          {
            key: "version",
            header: t("office.version"),
            rowHeader: true,
            className: "whitespace-nowrap",
            cell: (row) => row.name,
          },
          figure("places"),
          figure("interested"),
          figure("strong"),
          {
            key: "won",
            header: t("office.won"),
            align: "end",
            className: "tabular",
            cell: (row) => row.won,
          },
        ]}
      />
      <p className="mt-2 text-sm">
        {trial.even > 0 && `${t("office.even", { count: trial.even })} `}
        <Verdict trial={trial} />
      </p>
    </section>
  );
}

function Verdict({ trial }: { trial: TrialResult }) {
  const { t } = useTranslation("quality");
  const { chance, minimum } = trial;
  if (chance === null) return <>{t("office.fewText", { minimum })}</>;
  const text =
    chance < 0.001
      ? t("office.chanceSmall")
      : t("office.chance", { percent: (chance * 100).toFixed(1) });
  return (
    <>
      {text} {t("office.decided")}
    </>
  );
}
