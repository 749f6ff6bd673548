import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { FieldSet } from "~/components/ui/field-set";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { changePreferences } from "~/domain/notifications/change-preferences.server";
import { getPreferences } from "~/domain/notifications/notification-queries.server";
import { preferencesSchema } from "~/domain/notifications/preferences-schema";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PATH = "/desk/notifications/preferences";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["notifications", "common"]);
    return {
      title: `${t("preferences")} · ${t("common:marketName")}`,
      preferences: await getPreferences(getDb(), actor.userId),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const form = await parseForm(request, preferencesSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await changePreferences(form.value, actor, getDb());
      return redirectWithFlash(PATH, {
        tone: "success",
        message: "notifications:preferencesSaved",
      });
    });
  });
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export default function PreferencesPage() {
  const { t } = useTranslation(["notifications", "common"]);
  const { preferences } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const view = useFormView(answer);
  const hours = HOURS.map((hour) => ({
    value: String(hour),
    label: t("hourOption", { hour: String(hour).padStart(2, "0") }),
  }));
  const hour = (name: "quietFrom" | "quietTo", stored: number | null) => (
    <Select
      name={name}
      label={t(name)}
      options={hours}
      placeholder={t("quietNone")}
      defaultValue={view.value(name, stored === null ? "" : String(stored))}
      error={view.error(name)}
    />
  );
  return (
    <>
      <PageHeader
        title={t("preferences")}
        lead={t("preferencesLead")}
        breadcrumbs={[
          { label: t("pageTitle"), to: "/desk/notifications" },
          { label: t("preferences") },
        ]}
      />
      <Form method="post" className="grid max-w-2xl gap-6" noValidate>
        <FormErrorSummary
          {...view.summary({
            mail: t("mail"),
            matchMail: t("matchMail"),
            quietFrom: t("quietFrom"),
            quietTo: t("quietTo"),
          })}
        />
        {!preferences.isMailConfirmed && <Alert tone="warning">{t("emailUnverified")}</Alert>}
        <RadioGroup
          name="mail"
          label={t("mail")}
          hint={t("mailHint")}
          options={[
            { value: "INSTANT", label: t("mailInstant") },
            { value: "DAILY", label: t("mailDaily") },
            { value: "WEEKLY", label: t("mailWeekly") },
            { value: "OFF", label: t("mailOff") },
          ]}
          defaultValue={view.value("mail", preferences.mail)}
          error={view.error("mail")}
        />
        <RadioGroup
          name="matchMail"
          label={t("matchMail")}
          hint={t("matchMailHint")}
          options={[
            { value: "DAILY", label: t("matchMailDaily") },
            { value: "WEEKLY", label: t("matchMailWeekly") },
            { value: "OFF", label: t("matchMailOff") },
          ]}
          defaultValue={view.value("matchMail", preferences.matchMail)}
          error={view.error("matchMail")}
        />
        <FieldSet name="quiet" label={t("quietHours")} hint={t("quietHint")}>
          <div className="flex flex-wrap gap-4">
            {hour("quietFrom", preferences.quietFrom)}
            {hour("quietTo", preferences.quietTo)}
          </div>
        </FieldSet>
        <Checkbox
          name="nonPersonal"
          label={t("nonPersonal")}
          hint={t("nonPersonalHint")}
          defaultChecked={answer ? view.value("nonPersonal") === "on" : preferences.nonPersonal}
        />
        <div>
          <SubmitButton intent="save">{t("common:save")}</SubmitButton>
        </div>
      </Form>
    </>
  );
}
