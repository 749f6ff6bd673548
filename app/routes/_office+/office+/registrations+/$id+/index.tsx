import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { CasePage } from "~/components/registration/case-page";
import { RegistrationStateBadge } from "~/components/registration/registration-state";
import { LinkButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getCase } from "~/domain/registration/case-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireRegistrar } from "~/http/guards.server";
import { answerOffice } from "~/http/registration/answer-office.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireRegistrar(request);
    const t = getFixedT(request, ["recognition", "common"]);
    const view = await getCase(params.id ?? "", actor, findLocale(request), getDb());
    const title = `${view.dossier.title} · ${t("recognition:queue.title")} · ${t("common:marketName")}`;
    return { view, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireRegistrar(request);
    return answerOffice(request, params.id ?? "", actor, getDb());
  });
}

export default function CaseRoute() {
  const { t } = useTranslation("recognition");
  const { view } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>());
  const errorText = useErrorText();
  const { dossier } = view;
  return (
    <>
      <PageHeader
        title={dossier.title}
        eyebrow={
          <>
            <RegistrationStateBadge state={dossier.state} />
            <span className="text-sm text-muted">
              {t("page.eyebrow", { number: dossier.number })}
            </span>
          </>
        }
        actions={
          <LinkButton to={`/office/registrations/${dossier.id}/export`} variant="secondary">
            {t("page.export")}
          </LinkButton>
        }
        breadcrumbs={[
          { label: t("queue.title"), to: "/office/registrations" },
          { label: dossier.title },
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FormErrorSummary
          {...form.summary({
            note: t("case.note"),
            registrarId: t("case.registrar"),
            codes: t("case.codes"),
            total: t("page.total"),
            technical: t("page.technical"),
            approved: t("page.approved"),
            message: t("case.message"),
            officialNo: t("page.officialNo"),
            reason: t("case.recusalReason"),
            userId: t("case.recusalWho"),
          })}
        />
        <CasePage view={view} form={form} reasonOf={(code) => errorText([code])} />
      </div>
    </>
  );
}
