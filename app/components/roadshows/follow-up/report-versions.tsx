import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";

type Version = {
  id: string;
  version: number;
  hash: string;
  createdAt: Date;
  hasPdf: boolean;
  hasXlsx: boolean;
};

/** Frozen versions with their papers, and the button that freezes the present figures. */
export function ReportVersions({
  versions,
  mayFreeze,
  filesHref,
}: {
  versions: readonly Version[];
  mayFreeze: boolean;
  /** Address of the papers; version and kind are added. */
  filesHref: string;
}) {
  const { t } = useTranslation("leads");
  return (
    <Card
      title={t("report.versions")}
      padding="flush"
      actions={
        mayFreeze && (
          <Form method="post">
            <SubmitButton intent="freeze" size="sm" icon="lock">
              {t("report.freeze")}
            </SubmitButton>
          </Form>
        )
      }
    >
      <Table
        caption={t("report.versions")}
        rows={versions}
        rowKey={(row) => row.id}
        narrow="cards"
        empty={
          <p className="p-5 text-muted">
            {t(mayFreeze ? "report.versionsEmpty" : "report.freezeLater")}
          </p>
        }
        columns={[
          {
            key: "version",
            header: t("report.version"),
            rowHeader: true,
            cell: (row) => t("report.versionLine", { version: row.version }),
          },
          {
            key: "at",
            header: t("report.frozenAt"),
            cell: (row) => <DateTime value={row.createdAt} format="datetime" />,
          },
          {
            key: "hash",
            header: t("report.hash"),
            cell: (row) => <code className="text-xs break-all">{row.hash}</code>,
          },
          {
            key: "papers",
            header: t("report.papers"),
            cell: (row) => (
              <span className="inline-flex flex-wrap gap-3">
                {(["pdf", "xlsx"] as const).map((kind) =>
                  (kind === "pdf" ? row.hasPdf : row.hasXlsx) ? (
                    <a
                      key={kind}
                      href={`${filesHref}/${row.id}/${kind}`}
                      download
                      className="link"
                      aria-label={`${t(`report.${kind}`)} ${t("report.versionLine", { version: row.version })}`}
                    >
                      {t(`report.${kind}`)}
                    </a>
                  ) : (
                    <span key={kind} className="text-muted">
                      {t(`report.${kind}`)} {t("report.making")}
                    </span>
                  ),
                )}
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}
