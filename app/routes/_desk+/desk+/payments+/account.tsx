import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { ReceivingAccount } from "~/components/payments/receiving-account";
import { Alert } from "~/components/ui/alert";
import { getAccount } from "~/domain/identity/account-queries.server";
import { listReceivingAccounts } from "~/domain/payments/receiving-account-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerReceivingForm } from "~/http/payments/receiving-account-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { authHeaders } from "~/platform/auth.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const t = getFixedT(request, ["payments", "common"]);
    return {
      ...(await listReceivingAccounts(actor, db)),
      asksCode: (await getAccount(db, actor)).twoFactorEnabled,
      title: `${t("payments:receiving.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, context }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const headers = authHeaders(request, context.clientIp);
    return answerReceivingForm(request, headers, actor, getDb());
  });
}

/** How an organisation receives what others pay to it through the market. */
export default function ReceivingAccounts() {
  const { isOn, accounts, asksCode } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("payments");
  return (
    <>
      <PageHeader
        title={t("receiving.title")}
        lead={t("receiving.lead")}
        breadcrumbs={[
          { label: t("listTitle"), to: "/desk/payments" },
          { label: t("receiving.title") },
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {!isOn && <Alert>{t("receiving.off")}</Alert>}
        {accounts.length === 0 && <Alert>{t("receiving.none")}</Alert>}
        {isOn &&
          accounts.map((one) => (
            <ReceivingAccount
              key={one.organisationId}
              account={one}
              asksCode={asksCode}
              answer={answer}
            />
          ))}
      </div>
    </>
  );
}
