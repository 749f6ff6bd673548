import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { ApplicantView } from "~/components/registration/applicant-view";
import { OtherSideView } from "~/components/registration/other-side-view";
import { RegistrationStateBadge } from "~/components/registration/registration-state";
import { LinkButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getApplicantPage } from "~/domain/registration/applicant-page-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerApplicant } from "~/http/registration/answer-applicant.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["recognition", "common"]);
    const page = await getApplicantPage(params.id ?? "", actor, findLocale(request), getDb());
    const title = `${page.dossier.title} · ${t("recognition:title")} · ${t("common:marketName")}`;
    return { ...page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerApplicant(request, params.id ?? "", actor, getDb());
  });
}

export default function RegistrationPage() {
  const { t } = useTranslation("recognition");
  const { as, dossier, moves, points, supplements, canWrite } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const errorText = useErrorText();
  const reasonOf = (code: string) => errorText([code]);
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
          as === "APPLICANT" || (as === "OTHER_SIDE" && dossier.registrationNo) ? (
            <LinkButton to={`/desk/registrations/${dossier.id}/export`} variant="secondary">
              {as === "APPLICANT" ? t("page.export") : t("page.papers")}
            </LinkButton>
          ) : undefined
        }
        breadcrumbs={[{ label: t("title"), to: "/desk/registrations" }, { label: dossier.title }]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FormErrorSummary
          {...view.summary({
            commitment: t("submit.commitment"),
            note: t("submit.reason"),
            answer: t("page.answerLabel"),
            title: t("page.askTitle"),
            dueOn: t("page.askDue"),
            supplementId: t("submit.supplement"),
            servicePointId: t("page.servicePoint"),
          })}
        />
        {as === "APPLICANT" ? (
          <ApplicantView
            dossier={dossier}
            moves={moves}
            points={points}
            supplements={supplements}
            canWrite={canWrite}
            view={view}
            reasonOf={reasonOf}
          />
        ) : (
          <OtherSideView dossier={dossier} canWrite={canWrite} />
        )}
      </div>
    </>
  );
}
