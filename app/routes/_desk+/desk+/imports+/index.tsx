import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RunState } from "~/components/imports/run-state";
import { PageHeader } from "~/components/layout/page-header";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { listImportRuns, listImportTargets } from "~/domain/imports/import-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const { page } = readPaging(new URL(request.url).searchParams, 20);
    const t = getFixedT(request, ["imports", "common"]);
    const [list, targets] = await Promise.all([
      listImportRuns(getDb(), actor, page),
      listImportTargets(getDb(), actor),
    ]);
    return {
      page,
      pages: list.pages,
      total: list.total,
      mayImport: targets.length > 0,
      title: `${t("title")} · ${t("common:marketName")}`,
      runs: list.runs.map((run) => ({
        id: run.id,
        fileName: run.fileName,
        organisation: run.organisation.legalName,
        kind: run.kind,
        state: run.state,
        isDryRun: run.isDryRun,
        createdAt: run.createdAt,
        totalRows: run.totalRows,
        created: run.created,
        updated: run.updated,
        rejected: run.rejected,
      })),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Imports() {
  const { t, i18n } = useTranslation("imports");
  const { runs, page, pages, total, mayImport } = useLoaderData<typeof loader>();
  const number = new Intl.NumberFormat(i18n.language);
  const start = mayImport && (
    <LinkButton to="/desk/imports/new" variant="primary" icon="upload">
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {start}
            <LinkButton to="/desk/exports" icon="download">
              {t("export")}
            </LinkButton>
          </>
        }
      />
      {runs.length === 0 ? (
        <EmptyState icon="upload" title={t("empty")} actions={start}>
          {t(mayImport ? "emptyText" : "notAllowed")}
        </EmptyState>
      ) : (
        <Card padding="flush">
          <Table
            caption={t("list.caption")}
            rows={runs}
            rowKey={(run) => run.id}
            columns={[
              {
                key: "file",
                header: t("column.file"),
                rowHeader: true,
                cell: (run) => (
                  <Link to={`/desk/imports/${run.id}`} className="link break-all">
                    {run.fileName}
                  </Link>
                ),
              },
              {
                key: "organisation",
                header: t("column.organisation"),
                cell: (r) => r.organisation,
              },
              { key: "kind", header: t("column.kind"), cell: (run) => t(`kind.${run.kind}`) },
              {
                key: "state",
                header: t("column.state"),
                cell: (run) => (
                  <span className="inline-flex flex-wrap gap-1.5">
                    <RunState state={run.state} />
                    {run.isDryRun && run.state !== "MAPPING" && <Badge>{t("list.dryRun")}</Badge>}
                  </span>
                ),
              },
              {
                key: "createdAt",
                header: t("column.startedAt"),
                cell: (run) => <DateTime value={run.createdAt} format="datetime" />,
              },
              ...(["totalRows", "created", "updated", "rejected"] as const).map((key) => ({
                key,
                header: t(key === "totalRows" ? "column.rows" : `column.${key}`),
                align: "end" as const,
                cell: (run: (typeof runs)[number]) =>
                  run[key] === null ? "–" : number.format(run[key]),
              })),
            ]}
          />
          <div className="px-4">
            <Pagination
              previousTo={page > 1 ? `?page=${page - 1}` : null}
              nextTo={page < pages ? `?page=${page + 1}` : null}
              summary={t("list.summary", { total: number.format(total) })}
            />
          </div>
        </Card>
      )}
    </>
  );
}
