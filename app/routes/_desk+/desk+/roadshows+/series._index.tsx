import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { SeriesForm } from "~/components/roadshows/events/series-form";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { can } from "~/domain/identity/permission-rules";
import { saveSeries } from "~/domain/roadshows/events/save-series.server";
import { listOwnSeries } from "~/domain/roadshows/events/series-queries.server";
import { seriesSchema } from "~/domain/roadshows/events/series-schema";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { backToEvent, eventFormRunner } from "~/http/roadshows/event-flash.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["roadshows", "common"]);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const found = await listOwnSeries(actor, { skip, take: size }, getDb());
    const organisations = actor.memberships
      .filter(({ organisationId }) => can(actor, "roadshow.create", { organisationId }))
      .map((one) => ({ value: one.organisationId, label: one.organisationName }));
    const title = `${t("roadshows:nav.series")} · ${t("common:marketName")}`;
    return { ...found, page, organisations, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const fields = await readForm(request);
    return eventFormRunner(fields)(seriesSchema, async (value) => {
      await saveSeries(null, value, actor, getDb());
      return backToEvent("/desk/roadshows/series", "seriesSaved");
    });
  });
}

/** Series of the organiser, and a form for a new one. */
export default function OwnSeriesPage() {
  const { t } = useTranslation("roadshows");
  const { series, total, page, organisations } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader
        title={t("nav.series")}
        lead={t("series.lead")}
        breadcrumbs={[{ label: t("nav.mine"), to: "/desk/roadshows" }, { label: t("nav.series") }]}
      />
      <div className="space-y-5">
        <FormErrorSummary
          {...view.summary({ title: t("series.name"), organisationId: t("series.organisation") })}
        />
        <Card padding="flush">
          <Table
            caption={t("nav.series")}
            rows={series}
            rowKey={(one) => one.id}
            empty={
              <EmptyState icon="list" title={t("series.none")}>
                {t("series.noneText")}
              </EmptyState>
            }
            columns={[
              {
                key: "title",
                header: t("series.name"),
                rowHeader: true,
                cell: (one) => (
                  <Link className="link" to={`/desk/roadshows/series/${one.id}`}>
                    {one.title}
                  </Link>
                ),
              },
              {
                key: "organisation",
                header: t("series.organisation"),
                cell: (one) => one.organisation.legalName,
              },
              {
                key: "events",
                header: t("title"),
                cell: (one) => t("series.events", { count: one._count.roadshows }),
              },
              {
                key: "state",
                header: t("list.column.state"),
                cell: (one) => (one.archivedAt ? <Badge>{t("series.archived")}</Badge> : "—"),
              },
            ]}
          />
        </Card>
        <Pagination
          previousTo={page > 1 ? `?page=${page - 1}` : null}
          nextTo={from + series.length < total ? `?page=${page + 1}` : null}
        />
        {organisations.length > 0 && (
          <SeriesForm key={total} series={null} organisations={organisations} view={view} />
        )}
      </div>
    </>
  );
}
