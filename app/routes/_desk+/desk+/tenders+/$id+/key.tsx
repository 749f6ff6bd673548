import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { HoldersCard } from "~/components/tenders/holders-card";
import { KeyMaker } from "~/components/tenders/key-maker";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getHolderPage } from "~/domain/tenders/opening-page-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerKeyForm } from "~/http/tenders/holder-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["tenders", "common"]);
    const page = await getHolderPage(params.id ?? "", actor, getDb());
    return { ...page, title: `${t("tenders:key.title")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerKeyForm(request, params.id ?? "", actor, getDb());
  });
}

/** A holder makes and registers a key. */
export default function HolderKeyPage() {
  const { t } = useTranslation("tenders");
  const { tender, role, own, holders, mayRegister } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  return (
    <>
      <PageHeader
        title={t("key.title")}
        lead={t("key.lead", { role: t(`holders.roles.${role}`) })}
        breadcrumbs={[
          { label: t("desk.title"), to: "/desk/tenders?list=duties" },
          { label: tender.title },
        ]}
        actions={
          <LinkButton to={`/desk/tenders/${tender.id}/opening`}>{t("key.toOpening")}</LinkButton>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <FormErrorSummary {...view.summary({ publicKey: t("key.register") })} />
        <Card>
          <div className="space-y-4">
            {own.fingerprint && (
              <Alert tone="success">
                {t("key.isRegistered")}
                <span className="font-mono text-sm break-all">{own.fingerprint}</span>
              </Alert>
            )}
            <Alert tone="warning">{t("key.warn")}</Alert>
            {mayRegister ? (
              <>
                {own.fingerprint && <p className="text-muted">{t("key.replace")}</p>}
                <KeyMaker tender={tender} role={role} />
              </>
            ) : (
              <p className="text-muted">{t("key.closed")}</p>
            )}
          </div>
        </Card>
        <HoldersCard holders={holders} />
      </div>
    </>
  );
}
