import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { DelegationCard } from "~/components/registration/delegation-card";
import { OfficeForm } from "~/components/registration/office-form";
import { SeatCard } from "~/components/registration/seat-card";
import {
  getOffice,
  readOfficeChoices,
} from "~/domain/registration/office-administration-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireAnyOffice } from "~/http/guards.server";
import { answerAdministration } from "~/http/registration/answer-administration.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireAnyOffice(request);
    const t = getFixedT(request, ["recognition", "common"]);
    const locale = findLocale(request);
    const detail = await getOffice(params.id ?? "", actor, locale, getDb());
    return {
      detail,
      choices: detail.canOperate ? await readOfficeChoices(locale, getDb()) : null,
      title: `${detail.office.code} · ${t("recognition:offices.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireAnyOffice(request);
    return answerAdministration(request, params.id ?? "", actor, getDb());
  });
}

export default function OfficePage() {
  const { t, i18n } = useTranslation("recognition");
  const { detail, choices } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { office } = detail;
  return (
    <>
      <PageHeader
        title={i18n.language.startsWith("zh") ? office.nameZh : office.nameEn}
        eyebrow={<span className="text-sm text-muted">{office.code}</span>}
        breadcrumbs={[
          { label: t("offices.title"), to: "/office/registrations/offices" },
          { label: office.code },
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {office.kind === "OFFICE" && (
          <DelegationCard detail={detail} regions={choices?.regions ?? []} view={view} />
        )}
        <SeatCard detail={detail} view={view} />
        {choices && <OfficeForm office={office} choices={choices} view={view} />}
      </div>
    </>
  );
}
