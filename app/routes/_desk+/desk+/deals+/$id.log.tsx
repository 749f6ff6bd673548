import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DealAuditTable, DealTimeline } from "~/components/deals/deal-log";
import { buttonClass } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Pagination } from "~/components/ui/pagination";
import { getDealLog } from "~/domain/deals/deal-log-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const id = params.id ?? "";
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    return { id, page, log: await getDealLog(id, { skip, take: size }, actor, getDb()) };
  });
}

export default function DealLogPage() {
  const { t } = useTranslation("deals");
  const { id, page, log } = useLoaderData<typeof loader>();
  const from = (page - 1) * PAGE_SIZE;
  const link = (to: number) => `/desk/deals/${id}/log?page=${to}`;
  return (
    <section aria-labelledby="log" className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div>
        <h2 id="log" className="text-xl">
          {t("log.title")}
        </h2>
        <p className="mt-1 text-muted">{t("log.lead")}</p>
      </div>
      {log.canExport && (
        <Card>
          <p className="mb-3">{t("log.evidenceText")}</p>
          <a className={buttonClass("secondary")} href={`/desk/deals/${id}/evidence`} download>
            {t("log.evidence")}
          </a>
        </Card>
      )}
      <DealTimeline timeline={log.timeline} />
      <DealAuditTable events={log.events} />
      {log.total > PAGE_SIZE && (
        <Pagination
          previousTo={page > 1 ? link(page - 1) : null}
          nextTo={from + log.events.length < log.total ? link(page + 1) : null}
          summary={t("log.summary", {
            from: from + 1,
            to: from + log.events.length,
            total: log.total,
          })}
        />
      )}
    </section>
  );
}
