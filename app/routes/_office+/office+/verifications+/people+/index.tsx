import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RealNameQueue } from "~/components/identity/real-name-queue";
import { PageHeader } from "~/components/layout/page-header";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { assertCan } from "~/domain/identity/permission-rules";
import { listRealNameQueue } from "~/domain/identity/verification-queries.server";
import { clock } from "~/domain/shared/clock";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const HERE = "/office/verifications/people";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    assertCan(actor, "real-name.decide");
    const paging = readPaging(new URL(request.url).searchParams, SIZE);
    const { rows, total } = await listRealNameQueue(getDb(), actor, paging);
    const t = getFixedT(request, ["identity", "common"]);
    const title = `${t("identity:queue.people")} · ${t("common:marketName")}`;
    return { rows, total, page: paging.page, now: clock.now(), title };
  });
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export default function People() {
  const { rows, total, page, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("identity");
  return (
    <>
      <PageHeader title={t("queue.title")} />
      <div className="space-y-4">
        <Tabs
          label={t("queue.title")}
          items={[
            { to: "/office/verifications", label: t("queue.organisations") },
            { to: "/office/verifications?list=suspended", label: t("queue.suspended") },
            { to: HERE, label: t("queue.people"), current: true, count: total },
          ]}
        />
        <RealNameQueue rows={rows} now={now} />
        <Pagination
          previousTo={page > 1 ? `${HERE}?page=${page - 1}` : undefined}
          nextTo={page * SIZE < total ? `${HERE}?page=${page + 1}` : undefined}
          summary={t("queue.count", { count: total })}
        />
      </div>
    </>
  );
}
