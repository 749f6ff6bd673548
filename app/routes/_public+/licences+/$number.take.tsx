import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { LicenceText } from "~/components/licences/licence-text";
import { TakeForm } from "~/components/licences/take-form";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { getAccount } from "~/domain/identity/account-queries.server";
import { licenceHref, purchaseHref } from "~/domain/licences/licence-href-rules";
import { getPublicLicence } from "~/domain/licences/licence-queries.server";
import { takeLicenceSchema } from "~/domain/licences/licence-schema";
import { listTakers } from "~/domain/licences/purchase-queries.server";
import { takeLicence } from "~/domain/licences/take-licence.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { authHeaders } from "~/platform/auth.server";
import { getDb } from "~/platform/db.server";

export const handle = { frame: "narrow" };

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const t = getFixedT(request, ["licences", "common"]);
    const licence = await getPublicLicence(Number(params.number), db);
    if (!licence.isOpen) throw redirect(licenceHref(licence.number));
    return {
      licence,
      takers: await listTakers(licence.id, actor, db),
      hasLevel: actor.realNameLevel >= 2,
      asksCode: (await getAccount(db, actor)).twoFactorEnabled,
      title: `${t("licences:take.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function action({ request, params, context }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const { number } = await getPublicLicence(Number(params.number), db);
    const form = await parseForm(request, takeLicenceSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const ipAddress = context.clientIp;
      const headers = authHeaders(request, ipAddress);
      const input = { ...form.value, number, headers, ipAddress };
      const { purchaseId, paymentId } = await takeLicence(input, actor, db);
      return redirectWithFlash(purchaseHref(purchaseId), {
        tone: "success",
        message: paymentId ? "licences:take.done" : "licences:take.doneFree",
      });
    });
  });
}

/** Second look and second step: the text again, for whom, and the password. */
export default function TakeLicence() {
  const { licence, takers, hasLevel, asksCode } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("licences");
  return (
    <>
      <PageHeader
        title={t("take.title")}
        lead={t("take.lead")}
        breadcrumbs={[
          { label: t("list.title"), to: "/licences" },
          { label: licence.title, to: licenceHref(licence.number) },
          { label: t("take.title") },
        ]}
      />
      <div className="space-y-6">
        <Card title={t("page.textTitle")}>
          <p className="mb-4 text-sm break-all text-muted">
            {t("page.textVersion", { version: licence.textVersion, hash: licence.textHash })}
          </p>
          <LicenceText text={licence.text} />
        </Card>
        <Card title={t("take.title")}>
          {takers.length === 0 ? (
            <Alert tone="warning">{t("take.noOrganisation")}</Alert>
          ) : !hasLevel ? (
            <Alert
              tone="warning"
              actions={
                <LinkButton to="/desk/account/real-name" size="sm">
                  {t("take.toRealName")}
                </LinkButton>
              }
            >
              {t("take.level")}
            </Alert>
          ) : (
            <TakeForm
              answer={answer}
              takers={takers}
              textHash={licence.textHash}
              feeFen={licence.terms?.feeFen ?? "0"}
              asksCode={asksCode}
            />
          )}
        </Card>
      </div>
    </>
  );
}
