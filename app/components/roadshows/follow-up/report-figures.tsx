import { useTranslation } from "react-i18next";
import { BarRow } from "~/components/ui/bar-row";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import {
  type FigureRow,
  FOLLOW_UP_COLUMNS,
  figureText,
  reportSections,
  reportSteps,
} from "~/domain/roadshows/follow-up/report-table-rules";
import type { ReportFigures as Figures } from "~/domain/roadshows/follow-up/report-view";
import { formatFen } from "~/domain/shared/money";

type Props = {
  figures: Figures;
  fieldNames: Record<string, string>;
  isPublic?: boolean;
};

/** All figures of an event or a series: charts first, then section by section. */
export function ReportFigures({ figures, fieldNames, isPublic = false }: Props) {
  const { t, i18n } = useTranslation("leads");
  const sections = reportSections(figures, isPublic);
  const textOf = (row: FigureRow) => {
    const isHeldBack = row.unit === "MONEY" && row.value === null;
    return figureText(row, i18n.language, {
      nothing: t(isHeldBack ? "report.heldBack" : "report.nothing"),
      notCounted: t("report.notCounted"),
    });
  };
  return (
    <div className="space-y-6">
      <p className="text-sm text-muted">
        {t(isPublic ? "report.publicBasis" : "report.basis")}{" "}
        {t("report.asOf", { at: formatDateTime(figures.asOf, "datetime") })}
      </p>
      <div className="grid gap-6 lg:grid-cols-2">
        <Steps figures={figures} />
        <Fields figures={figures} fieldNames={fieldNames} />
      </div>
      <div className="grid gap-6 md:grid-cols-2">
        {sections.map(({ key, rows }) => (
          <Card key={key} title={t(`report.sections.${key as "people"}`)} padding="flush">
            <Table
              caption={t(`report.sections.${key as "people"}`)}
              rows={rows}
              rowKey={(row) => row.key}
              narrow="scroll"
              dense
              columns={[
                {
                  key: "figure",
                  header: t("report.figure"),
                  rowHeader: true,
                  cell: (row) => t(`report.rows.${row.key}` as "report.rows.people.firms"),
                },
                { key: "value", header: t("report.value"), align: "end", cell: textOf },
              ]}
            />
          </Card>
        ))}
      </div>
      {figures.followUps.length > 0 && <Rounds figures={figures} isPublic={isPublic} />}
    </div>
  );
}

function Steps({ figures }: { figures: Figures }) {
  const { t } = useTranslation("leads");
  const steps = reportSteps(figures);
  const max = Math.max(1, ...steps.map(({ value }) => value ?? 0));
  return (
    <Card title={t("report.chain")}>
      <ul>
        {steps.map(({ key, value }) => (
          <BarRow
            key={key}
            label={t(`report.steps.${key}`)}
            value={value ?? 0}
            max={max}
            valueText={value === undefined ? t("report.notCounted") : String(value)}
          />
        ))}
      </ul>
    </Card>
  );
}

function Fields({ figures, fieldNames }: Omit<Props, "isPublic">) {
  const { t } = useTranslation("leads");
  const { fields } = figures.pitches;
  const max = Math.max(1, ...fields.map((one) => one.supply + one.demand));
  return (
    <Card title={t("report.fields")}>
      {fields.length === 0 ? (
        <p className="text-muted">{t("report.nothing")}</p>
      ) : (
        <ul>
          {fields.map(({ code, supply, demand }) => (
            <BarRow
              key={code}
              label={code === "" ? t("report.noField") : (fieldNames[code] ?? code)}
              value={supply + demand}
              max={max}
              valueText={String(supply + demand)}
              note={`${t("report.rows.pitches.supply")} ${supply} · ${t("report.rows.pitches.demand")} ${demand}`}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Rounds({ figures, isPublic }: { figures: Figures; isPublic: boolean }) {
  const { t, i18n } = useTranslation("leads");
  return (
    <Card title={t("report.sections.followUps")} padding="flush">
      <Table
        caption={t("report.sections.followUps")}
        rows={figures.followUps}
        rowKey={(row) => String(row.days)}
        narrow="cards"
        columns={[
          ...FOLLOW_UP_COLUMNS.map((name) => ({
            key: name,
            header: t(`report.rows.followUps.${name}`),
            rowHeader: name === "days",
            align: "end" as const,
            cell: (row: Figures["followUps"][number]) => String(row[name]),
          })),
          ...(isPublic
            ? []
            : [
                {
                  key: "statedFen",
                  header: t("report.rows.followUps.statedFen"),
                  align: "end" as const,
                  cell: (row: Figures["followUps"][number]) =>
                    formatFen(BigInt(row.statedFen), i18n.language),
                },
              ]),
        ]}
      />
    </Card>
  );
}
