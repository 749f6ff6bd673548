import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { CertificateLookup } from "~/components/registration/certificate-lookup";
import { OfflineVerifier } from "~/components/registration/offline-verifier";
import { listTrustedKeys } from "~/domain/registration/offline-keys-queries.server";
import { withErrors } from "~/http/error-response.server";
import { offlineVerifier } from "~/http/offline-verifier.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export const handle = { frame: "narrow" };

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const asked = new URL(request.url).searchParams.get("no")?.trim().slice(0, 60) ?? "";
    if (asked !== "") throw redirect(`/verify/registrations/${encodeURIComponent(asked)}`);
    const t = getFixedT(request, ["certificates", "common"]);
    const { sha256, html } = await offlineVerifier();
    const keys = await listTrustedKeys(getDb());
    return {
      keys: keys.map(({ spki: _, ...key }) => key),
      file: { sha256, sizeBytes: Buffer.byteLength(html) },
      title: `${t("verify.title")} · ${t("common:marketName")}`,
      description: t("verify.lead"),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

export default function RegistrationLookup() {
  const { t } = useTranslation("certificates");
  const { keys, file } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("verify.title")} lead={t("verify.lead")} />
      <div className="space-y-6">
        <CertificateLookup />
        <OfflineVerifier file={file} keys={keys} />
      </div>
    </>
  );
}
