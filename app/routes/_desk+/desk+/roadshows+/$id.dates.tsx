import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { DeadlineFields } from "~/components/roadshows/events/event-form-parts";
import { viewOfIntent } from "~/components/roadshows/events/view-of-intent";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateInput } from "~/components/ui/date-input";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Textarea } from "~/components/ui/textarea";
import { getEventForm } from "~/domain/roadshows/events/event-form-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerDates } from "~/http/roadshows/event-page-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["roadshows", "common"]);
    const form = await getEventForm(params.id ?? "", actor, getDb());
    return { form, title: `${t("roadshows:tabs.dates")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerDates(request, params.id ?? "", actor, getDb());
  });
}

/** Other days or deadlines for an event that is public already. */
export default function RoadshowDatesPage() {
  const { t } = useTranslation("roadshows");
  const { form } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  if (form.mode !== "ANNOUNCED") {
    return <Alert tone="info">{t(form.mode === "DRAFT" ? "dates.draft" : "form.closed")}</Alert>;
  }
  const dates = viewOfIntent(view, "dates");
  const days = ["startsOn", "endsOn"] as const;
  return (
    <div className="space-y-5">
      <FormErrorSummary
        {...view.summary({
          startsOn: t("form.startsOn"),
          endsOn: t("form.endsOn"),
          note: t("dates.note"),
          callDueAt: t("form.callDueAt"),
          confirmDueAt: t("form.confirmDueAt"),
          materialsDueAt: t("form.materialsDueAt"),
          audienceDueAt: t("form.audienceDueAt"),
        })}
      />
      <Card title={t("dates.deadlines")}>
        <p className="mb-4 text-muted">{t("dates.deadlinesLead")}</p>
        <Form method="post" className="grid gap-4 sm:grid-cols-2" noValidate key={form.revision}>
          <input type="hidden" name="revision" value={form.revision} />
          <DeadlineFields form={form} view={viewOfIntent(view, "deadlines")} />
          <div className="sm:col-span-2">
            <SubmitButton intent="deadlines">{t("dates.doDeadlines")}</SubmitButton>
          </div>
        </Form>
      </Card>
      <Card title={t("dates.change")}>
        <p className="mb-4 text-muted">{t("dates.changeLead")}</p>
        <Form method="post" className="grid gap-4 sm:grid-cols-2" noValidate key={form.revision}>
          {days.map((name) => (
            <DateInput
              key={name}
              name={name}
              label={t(`form.${name}`)}
              required
              defaultValue={dates.text(name, form[name])}
              error={dates.error(name)}
            />
          ))}
          <Textarea
            name="note"
            label={t("dates.note")}
            rows={2}
            maxLength={300}
            className="sm:col-span-2"
            defaultValue={dates.text("note")}
            error={dates.error("note")}
          />
          <div className="sm:col-span-2">
            <SubmitButton intent="dates" variant="danger">
              {t("dates.do")}
            </SubmitButton>
          </div>
        </Form>
      </Card>
    </div>
  );
}
