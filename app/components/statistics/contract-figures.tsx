import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Icon } from "~/components/ui/icon";
import { Stat, StatGrid } from "~/components/ui/stat";
import { Table } from "~/components/ui/table";
import { formatFen } from "~/domain/shared/money";
import { type ContractFiguresView, type ContractTable, contractTables } from "./contract-tables";

/** Registered contracts: the sums, then each cut with small cells held back. */
export function ContractFigures({ figures }: { figures: ContractFiguresView }) {
  const { t, i18n } = useTranslation("home");
  const number = new Intl.NumberFormat(i18n.language);
  const { total } = figures;
  return (
    <section id="contracts" aria-labelledby="contracts-title" className="space-y-6">
      <div>
        <h2 id="contracts-title" className="text-xl">
          {t("stats.contracts")}
        </h2>
        <p className="text-sm text-muted">{t("stats.contractsLead")}</p>
        <p className="mt-1 max-w-3xl text-sm text-muted">{t("stats.contractsDefinition")}</p>
      </div>
      {total ? (
        <>
          <StatGrid>
            <Stat label={t("stats.contractCount")} value={number.format(total.contracts)} />
            <Stat
              label={t("stats.contractTotal")}
              value={formatFen(total.totalFen, i18n.language)}
            />
            <Stat
              label={t("stats.contractTechnical")}
              value={formatFen(total.technicalFen, i18n.language)}
            />
          </StatGrid>
          {contractTables(figures, t, i18n.language).map((table) => (
            <CutTable key={table.id} table={table} />
          ))}
        </>
      ) : (
        <EmptyState icon="chart" title={t("stats.contractsNone")} headingLevel={3} />
      )}
    </section>
  );
}

function CutTable({ table }: { table: ContractTable }) {
  const { t, i18n } = useTranslation("home");
  const number = new Intl.NumberFormat(i18n.language);
  type Row = ContractTable["rows"][number];
  const cell = (text: (figures: NonNullable<Row["figures"]>) => string) => (row: Row) => (
    <span className="tabular">
      {row.figures ? text(row.figures) : <span className="text-muted">{t("stats.heldBack")}</span>}
    </span>
  );
  return (
    <Card
      id={table.id}
      title={table.title}
      headingLevel={3}
      padding="flush"
      actions={
        <a
          href={`/statistics/download?table=${table.id}`}
          download
          className="link inline-flex items-center gap-1.5"
          aria-label={t("stats.downloadLabel", { table: table.title })}
        >
          <Icon name="download" size={16} />
          {t("stats.download")}
        </a>
      }
    >
      <Table
        caption={table.title}
        rows={table.rows}
        rowKey={(row) => row.key}
        narrow="scroll"
        dense
        columns={[
          { key: "row", header: table.rowTitle, rowHeader: true, cell: (row) => row.label },
          {
            key: "contracts",
            header: t("stats.contractCount"),
            align: "end",
            cell: cell((figures) => number.format(figures.contracts)),
          },
          {
            key: "total",
            header: t("stats.contractTotal"),
            align: "end",
            cell: cell((figures) => formatFen(figures.totalFen, i18n.language)),
          },
          {
            key: "technical",
            header: t("stats.contractTechnical"),
            align: "end",
            cell: cell((figures) => formatFen(figures.technicalFen, i18n.language)),
          },
        ]}
      />
    </Card>
  );
}
