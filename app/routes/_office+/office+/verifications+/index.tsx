import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { VerificationQueue } from "~/components/identity/verification-queue";
import { PageHeader } from "~/components/layout/page-header";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { can } from "~/domain/identity/permission-rules";
import { namesOfRegions } from "~/domain/identity/region-queries.server";
import {
  listRealNameQueue,
  listVerificationQueue,
} from "~/domain/identity/verification-queries.server";
import { clock } from "~/domain/shared/clock";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;
const HERE = "/office/verifications";

export async function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request);
    const params = new URL(request.url).searchParams;
    const list = params.get("list") === "suspended" ? "suspended" : "waiting";
    const paging = readPaging(params, SIZE);
    const [{ rows, total }, people] = await Promise.all([
      listVerificationQueue(getDb(), actor, list, paging),
      listRealNameQueue(getDb(), actor, { skip: 0, size: 1 }),
    ]);
    const names = await namesOfRegions(
      getDb(),
      rows.map((row) => row.regionCode),
      findLocale(request),
    );
    const t = getFixedT(request, ["identity", "common"]);
    return {
      list,
      page: paging.page,
      total,
      rows: rows.map((row) => ({ ...row, regionName: names.get(row.regionCode) ?? "" })),
      peopleCount: can(actor, "real-name.decide") ? people.total : null,
      now: clock.now(),
      title: `${t("identity:queue.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export default function Verifications() {
  const { list, page, total, rows, peopleCount, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("identity");
  const pageTo = (number: number) => `${HERE}?list=${list}&page=${number}`;
  return (
    <>
      <PageHeader title={t("queue.title")} lead={t("queue.lead")} />
      <div className="space-y-4">
        <Tabs
          label={t("queue.title")}
          items={[
            {
              to: HERE,
              label: t("queue.organisations"),
              current: list === "waiting",
              count: list === "waiting" ? total : undefined,
            },
            {
              to: `${HERE}?list=suspended`,
              label: t("queue.suspended"),
              current: list === "suspended",
            },
            ...(peopleCount === null
              ? []
              : [{ to: `${HERE}/people`, label: t("queue.people"), count: peopleCount }]),
          ]}
        />
        <VerificationQueue rows={rows} now={now} />
        <Pagination
          previousTo={page > 1 ? pageTo(page - 1) : undefined}
          nextTo={page * SIZE < total ? pageTo(page + 1) : undefined}
          summary={t("queue.count", { count: total })}
        />
      </div>
    </>
  );
}
