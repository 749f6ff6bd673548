import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { LicenceStateBadge } from "~/components/licences/licence-state";
import { LicenceOfferForm } from "~/components/licences/offer-form";
import { LinkButton } from "~/components/ui/button";
import { ownLicenceHref } from "~/domain/licences/licence-href-rules";
import { EDITABLE } from "~/domain/licences/licence-offer-procedure";
import { getLicenceFile } from "~/domain/licences/licence-queries.server";
import { licenceFormSchema } from "~/domain/licences/licence-schema";
import { saveLicenceOffer } from "~/domain/licences/save-licence-offer.server";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["licences", "common"]);
    const file = await getLicenceFile(params.id ?? "", actor, getDb());
    if (!file.mayEdit) throw new DomainError("forbidden", { status: 403 });
    if (!EDITABLE.includes(file.state)) throw new DomainError("wrong_state", { status: 409 });
    return { file, title: `${t("licences:form.title")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const offerId = params.id ?? "";
    // Strangers are told before their form is looked at.
    await getLicenceFile(offerId, actor, getDb());
    const form = await parseForm(request, licenceFormSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await saveLicenceOffer({ offerId, form: form.value }, actor, getDb());
      return redirectWithFlash(ownLicenceHref(offerId), {
        tone: "success",
        message: "licences:form.saved",
      });
    });
  });
}

/** Terms, patents and state of the rights of an own licence. */
export default function EditLicence() {
  const { file } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("licences");
  return (
    <>
      <PageHeader
        title={t("form.title")}
        eyebrow={<LicenceStateBadge state={file.state} />}
        breadcrumbs={[
          { label: t("desk.title"), to: "/desk/licences" },
          {
            label: file.title || t("page.number", { number: file.number }),
            to: ownLicenceHref(file.id),
          },
          { label: t("form.title") },
        ]}
        actions={<LinkButton to={ownLicenceHref(file.id)}>{t("form.preview")}</LinkButton>}
      />
      <LicenceOfferForm offer={file} answer={answer} />
    </>
  );
}
