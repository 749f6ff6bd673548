import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Card } from "~/components/ui/card";
import { Table } from "~/components/ui/table";
import { openApiDocument } from "~/http/api/openapi.server";
import { getFixedT } from "~/i18n/i18next.server";
import { appUrl, env } from "~/platform/env.server";

export function loader({ request }: LoaderFunctionArgs) {
  const t = getFixedT(request, "home");
  const { paths } = openApiDocument() as {
    paths: Record<string, Record<string, { summary: string }>>;
  };
  return {
    title: pageTitle(request),
    description: t("api.lead"),
    base: `${appUrl()}/api/v1`,
    limit: env().RATE_LIMIT,
    operations: Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        summary: operation.summary,
      })),
    ),
  };
}

function pageTitle(request: Request): string {
  const t = getFixedT(request, ["home", "common"]);
  return `${t("home:api.title")} · ${t("common:marketName")}`;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

export default function ApiPage() {
  const { t } = useTranslation("home");
  const { base, limit, operations } = useLoaderData<typeof loader>();
  const example = `curl '${base}/achievements?q=钠电池&field=6&sort=newest'`;
  const rules = [
    { title: t("api.paging"), text: t("api.pagingText") },
    { title: t("api.errors"), text: t("api.errorsText") },
    { title: t("api.limits"), text: t("api.limitsText", { count: limit }) },
    { title: t("api.write"), text: t("api.writeText") },
  ];
  return (
    <>
      <PageHeader title={t("api.title")} lead={t("api.lead")} />
      <div className="space-y-6">
        <Card
          title={t("api.base")}
          actions={
            <a href="/api/v1/openapi.json" className="link">
              {t("api.document")}
            </a>
          }
        >
          <p className="font-mono text-sm break-all">{base}</p>
          <h3 className="mt-4 text-sm">{t("api.example")}</h3>
          <pre className="mt-1 rounded-md bg-sunken p-3 font-mono text-sm break-all whitespace-pre-wrap">
            {example}
          </pre>
        </Card>
        <Card title={t("api.read")} padding="flush">
          <Table
            caption={t("api.read")}
            rows={operations}
            rowKey={(row) => `${row.method} ${row.path}`}
            dense
            columns={[
              {
                key: "path",
                header: t("api.path"),
                rowHeader: true,
                cell: (row) => <code className="font-mono break-all">{row.path}</code>,
              },
              { key: "method", header: t("api.method"), cell: (row) => <code>{row.method}</code> },
              {
                key: "summary",
                header: t("api.does"),
                cell: (row) => <span lang="en">{row.summary}</span>,
              },
            ]}
          />
        </Card>
        <div className="grid gap-6 md:grid-cols-2">
          {rules.map((rule) => (
            <Card key={rule.title} title={rule.title}>
              <p className="text-sm">{rule.text}</p>
            </Card>
          ))}
        </div>
        <p className="text-sm text-muted">{t("api.licence")}</p>
      </div>
    </>
  );
}
