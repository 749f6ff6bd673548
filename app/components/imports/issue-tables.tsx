import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { useErrorText } from "~/i18n/use-error-text";

export interface IssueRow {
  id: string;
  row: number;
  column: string;
  code: string;
  value: string;
  severity: string;
}

export interface IssueGroup {
  severity: string;
  column: string;
  code: string;
  count: number;
  firstRow: number;
}

interface IssueTablesProps {
  groups: readonly IssueGroup[];
  issues: readonly IssueRow[];
  total: number;
  page: number;
  pages: number;
  pageSize: number;
}

function Severity({ severity }: { severity: string }) {
  const { t } = useTranslation("imports");
  const isError = severity === "ERROR";
  return (
    <Badge tone={isError ? "danger" : "warning"} icon={isError ? "error" : "warning"}>
      {t(isError ? "issue.ERROR" : "issue.WARNING")}
    </Badge>
  );
}

/** What was not understood in a file: counted by kind, then row by row. */
export function IssueTables(props: IssueTablesProps) {
  const { groups, issues, total, page, pages, pageSize } = props;
  const { t, i18n } = useTranslation("imports");
  const errorText = useErrorText();
  const number = new Intl.NumberFormat(i18n.language);
  if (total === 0) {
    return (
      <Card title={t("issue.title")}>
        <p className="text-muted">{t("issue.none")}</p>
      </Card>
    );
  }
  const from = (page - 1) * pageSize + 1;
  return (
    <div className="space-y-6">
      <Card title={t("issue.byKind")} padding="flush">
        <Table
          caption={t("issue.byKind")}
          rows={groups}
          rowKey={(row) => `${row.severity}-${row.column}-${row.code}`}
          dense
          columns={[
            {
              key: "message",
              header: t("issue.message"),
              rowHeader: true,
              cell: (row) => errorText(row.code),
            },
            {
              key: "severity",
              header: t("issue.severity"),
              cell: (row) => <Severity severity={row.severity} />,
            },
            { key: "column", header: t("issue.column"), cell: (row) => row.column },
            {
              key: "count",
              header: t("issue.count"),
              align: "end",
              cell: (row) => number.format(row.count),
            },
            {
              key: "first",
              header: t("issue.first"),
              align: "end",
              cell: (row) => number.format(row.firstRow),
            },
          ]}
        />
      </Card>
      <Card title={t("issue.title")} padding="flush">
        <Table
          caption={t("issue.caption")}
          rows={issues}
          rowKey={(row) => row.id}
          dense
          columns={[
            {
              key: "row",
              header: t("issue.row"),
              align: "end",
              rowHeader: true,
              cell: (row) => number.format(row.row),
            },
            {
              key: "severity",
              header: t("issue.severity"),
              cell: (row) => <Severity severity={row.severity} />,
            },
            { key: "column", header: t("issue.column"), cell: (row) => row.column },
            { key: "message", header: t("issue.message"), cell: (row) => errorText(row.code) },
            {
              key: "value",
              header: t("issue.value"),
              cell: (row) => <span className="break-all">{row.value}</span>,
            },
          ]}
        />
        <div className="px-4">
          <Pagination
            previousTo={page > 1 ? `?page=${page - 1}` : null}
            nextTo={page < pages ? `?page=${page + 1}` : null}
            summary={t("issue.summary", {
              from: number.format(from),
              to: number.format(Math.min(from + pageSize - 1, total)),
              total: number.format(total),
            })}
          />
        </div>
      </Card>
    </div>
  );
}
