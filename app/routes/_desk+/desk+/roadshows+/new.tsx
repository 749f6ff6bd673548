import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateInput } from "~/components/ui/date-input";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { can } from "~/domain/identity/permission-rules";
import { createRoadshow } from "~/domain/roadshows/events/create-roadshow.server";
import { newEventSchema } from "~/domain/roadshows/events/event-form-schema";
import { listNewEventChoices } from "~/domain/roadshows/events/new-event-queries.server";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { withErrors } from "~/http/error-response.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { backToEvent, eventFormRunner } from "~/http/roadshows/event-flash.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["roadshows", "catalogue", "common"]);
    const organisations = actor.memberships
      .filter(({ organisationId }) => can(actor, "roadshow.create", { organisationId }))
      .map((one) => ({ value: one.organisationId, label: one.organisationName }));
    const own = organisations.map((one) => one.value);
    const { series, former } = await listNewEventChoices(own, getDb());
    const asked = new URL(request.url).searchParams.get("from");
    const from = former.find((one) => one.id === asked) ?? null;
    return {
      organisations,
      acting: from?.organisationId ?? actor.organisationId ?? "",
      series,
      former: former.map((one) => ({ value: one.id, label: one.label })),
      from: from && { id: from.id, title: from.title, seriesId: from.seriesId },
      title: `${t("roadshows:form.new")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const fields = await readForm(request);
    return eventFormRunner(fields)(newEventSchema, async (value) => {
      const { id } = await createRoadshow(value, actor, getDb());
      return backToEvent(organiserHref(id, "edit"), "created");
    });
  });
}

/** A new draft, empty or from a former event. */
export default function NewRoadshowPage() {
  const { t } = useTranslation("roadshows");
  const { organisations, acting, series, former, from } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const days = ["startsOn", "endsOn"] as const;
  return (
    <>
      <PageHeader
        title={t("form.new")}
        lead={t("form.newLead")}
        breadcrumbs={[{ label: t("nav.mine"), to: "/desk/roadshows" }, { label: t("form.new") }]}
      />
      <Card>
        {organisations.length === 0 ? (
          <p className="text-muted">{t("list.noOrganisation")}</p>
        ) : (
          <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-4" noValidate>
            <FormErrorSummary
              {...view.summary({
                organisationId: t("form.organisation"),
                title: t("form.title"),
                startsOn: t("form.startsOn"),
                endsOn: t("form.endsOn"),
                seriesId: t("form.series"),
                copiedFromId: t("form.copyFrom"),
              })}
            />
            <Select
              name="organisationId"
              label={t("form.organisation")}
              required
              options={organisations}
              defaultValue={view.text("organisationId", acting)}
              error={view.error("organisationId")}
            />
            <TextInput
              name="title"
              label={t("form.title")}
              required
              maxLength={80}
              defaultValue={view.text("title", from?.title)}
              error={view.error("title")}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              {days.map((name) => (
                <DateInput
                  key={name}
                  name={name}
                  label={t(`form.${name}`)}
                  required
                  defaultValue={view.text(name)}
                  error={view.error(name)}
                />
              ))}
            </div>
            {series.length > 0 && (
              <Select
                name="seriesId"
                label={t("form.series")}
                placeholder={t("form.noSeries")}
                options={series}
                defaultValue={view.text("seriesId", from?.seriesId)}
                error={view.error("seriesId")}
              />
            )}
            {former.length > 0 && (
              <Select
                name="copiedFromId"
                label={t("form.copyFrom")}
                hint={t("form.copyHint")}
                placeholder={t("form.noCopy")}
                options={former}
                defaultValue={view.text("copiedFromId", from?.id)}
                error={view.error("copiedFromId")}
              />
            )}
            <div>
              <SubmitButton>{t("form.create")}</SubmitButton>
            </div>
          </Form>
        )}
      </Card>
    </>
  );
}
