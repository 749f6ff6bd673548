import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { PageHeader } from "~/components/layout/page-header";
import { LocalTime } from "~/components/roadshows/events/local-time";
import { RegistrationForm } from "~/components/roadshows/people/registration-form";
import { UndertakingForm } from "~/components/roadshows/people/undertaking-form";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { formatDateTime } from "~/components/ui/date-time";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { listOptions } from "~/domain/catalogue/code-queries.server";
import { roadshowHref, visitHref } from "~/domain/roadshows/events/roadshow-href";
import { getRegistrationPage } from "~/domain/roadshows/people/registration-page-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { readNumber } from "~/http/roadshows/read-number.server";
import { answerRegistration } from "~/http/roadshows/registration-form.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["meetings", "common"]);
    const db = getDb();
    const [page, fields] = await Promise.all([
      getRegistrationPage(db, readNumber(params.number), actor),
      listOptions(db, "fields", findLocale(request)),
    ]);
    const tops = fields.filter((one) => one.parent === null);
    return {
      page,
      fields: tops.map(({ value, label }) => ({ value, label })),
      title: `${t("meetings:register.title")} · ${page.event.title} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerRegistration(request, readNumber(params.number), actor, getDb());
  });
}

/** Registration of the audience, and its change. */
export default function RegisterPage() {
  const { t } = useTranslation(["meetings", "pitches"]);
  const { page, fields } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  const { event, own } = page;
  const mayWrite = own ? own.may === "CHANGE" : event.isOpen;
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={t(own ? "register.editTitle" : "register.title")}
        lead={own ? undefined : t("register.lead")}
        breadcrumbs={[
          { label: event.title, to: roadshowHref(event.number) },
          { label: t(own ? "register.editTitle" : "register.title") },
        ]}
        meta={
          event.audienceDueAt && (
            <span>
              {t("register.due")}{" "}
              <span className="tabular">{formatDateTime(event.audienceDueAt, "datetime")}</span>{" "}
              <LocalTime from={event.audienceDueAt} />
            </span>
          )
        }
        actions={own && <LinkButton to={visitHref(own.id)}>{t("register.toVisit")}</LinkButton>}
      />
      <div className="space-y-5">
        <FormErrorSummary
          {...view.summary({
            role: t("register.role"),
            organisationId: t("register.organisation"),
            name: t("register.name"),
            title: t("register.personTitle"),
            phone: t("register.phone"),
            interests: t("register.interests"),
            fieldCodes: t("register.fields"),
            listing: t("register.listing"),
            meetingsMax: t("register.meetingsMax"),
            unavailable: t("pitches:form.unavailable"),
            attendance: t("register.attendance"),
            isListed: t("register.consent"),
            acceptsUndertaking: t("register.undertaking"),
          })}
        />
        {!mayWrite && (
          <Alert tone="warning">
            {t(own?.may === "UNDERTAKE" ? "register.undertakeOnly" : "register.closed")}
          </Alert>
        )}
        {!own && event.isOpen && event.isFull && <Alert tone="info">{t("register.full")}</Alert>}
        {mayWrite && <RegistrationForm page={page} fields={fields} view={view} />}
        {own?.may === "UNDERTAKE" && <UndertakingForm page={page} view={view} />}
      </div>
    </div>
  );
}
