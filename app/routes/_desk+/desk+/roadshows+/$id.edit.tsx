import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { AnnouncedEventForm, EventForm } from "~/components/roadshows/events/event-form";
import { Alert } from "~/components/ui/alert";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { listOptions, regionTree } from "~/domain/catalogue/code-queries.server";
import { getEventForm } from "~/domain/roadshows/events/event-form-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { saveFromPage } from "~/http/roadshows/event-page-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["roadshows", "common"]);
    const locale = findLocale(request);
    const db = getDb();
    const [form, fields, regions] = await Promise.all([
      getEventForm(params.id ?? "", actor, db),
      listOptions(db, "fields", locale),
      regionTree(db, locale),
    ]);
    return {
      form,
      fields: fields.filter((one) => one.parent === null),
      regions,
      title: `${t("roadshows:tabs.edit")} · ${form.title} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return saveFromPage(request, params.id ?? "", actor, getDb());
  });
}

/** The organiser's form; a colleague who saved first is named, and nothing that was typed is lost. */
export default function EditRoadshowPage() {
  const { t } = useTranslation("roadshows");
  const { form, fields, regions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const view = useFormAnswer(answer);
  const result = answer && "result" in answer ? answer.result : undefined;
  const isStale = result?.error?.[""]?.includes("stale_revision") ?? false;
  const labels = Object.fromEntries(
    (
      [
        "title",
        "intro",
        "format",
        "languages",
        "venue",
        "address",
        "directions",
        "onlineUrl",
        "contact",
        "maxAudience",
        "startsOn",
        "endsOn",
        "callDueAt",
        "confirmDueAt",
        "materialsDueAt",
        "audienceDueAt",
        "rules",
      ] as const
    ).map((name) => [name, t(`form.${name}`)]),
  );
  return (
    <div className="space-y-5">
      <FormErrorSummary
        {...view.summary({
          ...labels,
          fieldCodes: t("form.fields"),
          regionCode: t("form.region"),
          seriesId: t("form.series"),
        })}
      />
      {isStale && (
        <Alert tone="warning">
          <p>{t("form.stale")}</p>
          <p className="mt-2">
            <Link className="link" to="" target="_blank" rel="noopener">
              {t("form.openLatest")}
            </Link>
          </p>
        </Alert>
      )}
      {form.mode === "DRAFT" && (
        <EventForm key={form.revision} form={form} fields={fields} regions={regions} view={view} />
      )}
      {form.mode === "ANNOUNCED" && (
        <>
          <Alert tone="info">{t("form.locked")}</Alert>
          <AnnouncedEventForm key={form.revision} form={form} view={view} />
        </>
      )}
      {form.mode === "CLOSED" && <Alert tone="info">{t("form.closed")}</Alert>}
    </div>
  );
}
