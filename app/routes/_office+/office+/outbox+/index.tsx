import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { OutboxTable } from "~/components/notifications/outbox-table";
import { assertCan } from "~/domain/identity/permission-rules";
import { listOutbox } from "~/domain/notifications/outbox-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { env } from "~/platform/env.server";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    assertCan(actor, "outbox.view");
    const { SMTP_URL, SMS_GATEWAY_URL } = env();
    const t = getFixedT(request, ["notifications", "common"]);
    const rows = await listOutbox(getDb(), {
      MAIL: Boolean(SMTP_URL),
      SMS: Boolean(SMS_GATEWAY_URL),
    });
    return {
      title: `${t("outboxOfficeTitle")} · ${t("common:marketName")}`,
      rows: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OutboxPage() {
  const { t } = useTranslation("notifications");
  const { rows } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("outboxOfficeTitle")} lead={t("outboxOfficeLead")} />
      <OutboxTable rows={rows} />
    </>
  );
}
