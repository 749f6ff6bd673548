import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { OutboxTable } from "~/components/notifications/outbox-table";
import { Alert } from "~/components/ui/alert";
import { listOutbox } from "~/domain/notifications/outbox-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { env } from "~/platform/env.server";

/** Demo only: outside a demo there is no such page, whoever asks. */
export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const { DEMO, SMTP_URL, SMS_GATEWAY_URL } = env();
    if (!DEMO) throw new DomainError("not_found", { status: 404 });
    const t = getFixedT(request, ["notifications", "common"]);
    const rows = await listOutbox(getDb(), {
      MAIL: Boolean(SMTP_URL),
      SMS: Boolean(SMS_GATEWAY_URL),
    });
    return {
      title: `${t("outboxTitle")} · ${t("common:marketName")}`,
      rows: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function DemoOutboxPage() {
  const { t } = useTranslation("notifications");
  const { rows } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("outboxTitle")} />
      <div className="grid gap-5">
        <Alert tone="warning">{t("outboxLead")}</Alert>
        <OutboxTable rows={rows} />
      </div>
    </>
  );
}
