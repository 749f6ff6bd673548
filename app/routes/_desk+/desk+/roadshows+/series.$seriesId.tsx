import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { SeriesForm } from "~/components/roadshows/events/series-form";
import { Badge } from "~/components/ui/badge";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { archiveSeries } from "~/domain/roadshows/events/archive-series.server";
import { seriesHref } from "~/domain/roadshows/events/roadshow-href";
import { saveSeries } from "~/domain/roadshows/events/save-series.server";
import { getOwnSeries } from "~/domain/roadshows/events/series-queries.server";
import { seriesSchema } from "~/domain/roadshows/events/series-schema";
import { withErrors } from "~/http/error-response.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { backToEvent, eventFormRunner } from "~/http/roadshows/event-flash.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["roadshows", "common"]);
    const series = await getOwnSeries(params.seriesId ?? "", actor, getDb());
    return { series, title: `${series.title} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const id = params.seriesId ?? "";
    const fields = await readForm(request);
    const page = `/desk/roadshows/series/${id}`;
    const intent = fields.get("intent");
    if (intent === "archive" || intent === "reopen") {
      await archiveSeries(id, intent === "archive", actor, getDb());
      return backToEvent(page, "seriesArchived");
    }
    return eventFormRunner(fields)(seriesSchema, async (value) => {
      await saveSeries(id, value, actor, getDb());
      return backToEvent(page, "seriesSaved");
    });
  });
}

/** One series of the organiser. */
export default function SeriesPage() {
  const { t } = useTranslation(["roadshows", "leads"]);
  const { series } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const isArchived = series.archivedAt !== null;
  return (
    <>
      <PageHeader
        title={series.title}
        eyebrow={isArchived ? <Badge>{t("series.archived")}</Badge> : undefined}
        breadcrumbs={[
          { label: t("nav.mine"), to: "/desk/roadshows" },
          { label: t("nav.series"), to: "/desk/roadshows/series" },
          { label: series.title },
        ]}
        actions={
          <>
            <LinkButton to={`/desk/roadshows/series/${series.number}/report`} icon="chart">
              {t("leads:report.seriesTitle")}
            </LinkButton>
            <LinkButton to={seriesHref(series.number)}>{t("series.public")}</LinkButton>
            <Form method="post">
              <SubmitButton intent={isArchived ? "reopen" : "archive"} variant="secondary">
                {t(isArchived ? "series.reopen" : "series.archive")}
              </SubmitButton>
            </Form>
          </>
        }
      />
      <div className="space-y-5">
        <FormErrorSummary {...view.summary({ title: t("series.name") })} />
        {!isArchived && <SeriesForm series={series} organisations={[]} view={view} />}
      </div>
    </>
  );
}
