import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { CertificatePapers } from "~/components/registration/certificate-papers";
import { ExportFiles } from "~/components/registration/export-files";
import { LinkButton } from "~/components/ui/button";
import { getPapersPage } from "~/domain/registration/paper-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireRegistrar } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** Papers that were issued on a case, and what can be exported of it. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireRegistrar(request);
    const id = params.id ?? "";
    const t = getFixedT(request, ["certificates", "common"]);
    const page = await getPapersPage(getDb(), id, actor);
    const title = `${t("exports.title")} · ${page.title} · ${t("common:marketName")}`;
    return { page, base: `/office/registrations/${id}`, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RegistrationPapers() {
  const { t } = useTranslation(["certificates", "recognition"]);
  const { page, base } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("exports.title")}
        lead={t("exports.lead")}
        breadcrumbs={[
          { label: t("recognition:title"), to: "/office/registrations" },
          { label: page.title, to: base },
          { label: t("exports.title") },
        ]}
        actions={
          page.registrationNo && (
            <LinkButton to={`/verify/registrations/${page.registrationNo}`} icon="search">
              {t("exports.verify")}
            </LinkButton>
          )
        }
      />
      <div className="space-y-6">
        <CertificatePapers papers={page.papers} base={base} />
        {page.exports.length > 0 && <ExportFiles exports={page.exports} base={base} />}
      </div>
    </>
  );
}
