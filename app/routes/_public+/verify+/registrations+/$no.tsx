import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { CertificateCode } from "~/components/registration/certificate-code";
import { CertificateLookup } from "~/components/registration/certificate-lookup";
import { CertificateStatus } from "~/components/registration/certificate-status";
import { findPublicRegistration } from "~/domain/registration/certificate-public-queries.server";
import { listTrustedKeys } from "~/domain/registration/offline-keys-queries.server";
import { nameCategories } from "~/domain/registration/offline-page-queries.server";
import { clock } from "~/domain/shared/clock";
import { withErrors } from "~/http/error-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export const handle = { frame: "narrow" };

/** How a registration stands, for everybody. An unknown number is a page too: its code may be valid. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const db = getDb();
    const locale = findLocale(request);
    const t = getFixedT(request, ["certificates", "common"]);
    const number = params.no?.slice(0, 60) ?? "";
    const found = await findPublicRegistration(number, locale, db);
    const view = {
      number,
      found,
      asOf: clock.now().toISOString(),
      keys: (await listTrustedKeys(db)).filter((key) => key.use === "TOKEN"),
      categories: await nameCategories(db, locale),
      title: `${t("verify.onlineTitle")} ${number} · ${t("common:marketName")}`,
    };
    return data(view, { status: found ? 200 : 404 });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function RegistrationStatus() {
  const { t } = useTranslation("certificates");
  const { number, found, asOf, keys, categories } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("verify.onlineTitle")}
        breadcrumbs={[{ label: t("verify.title"), to: "/verify/registrations" }, { label: number }]}
      />
      <div className="space-y-6">
        <CertificateStatus found={found} asOf={asOf} />
        <CertificateCode
          keys={keys}
          number={found?.number ?? number}
          version={found?.version ?? null}
          categories={categories}
        />
        {!found && <CertificateLookup number={number} />}
      </div>
    </>
  );
}
