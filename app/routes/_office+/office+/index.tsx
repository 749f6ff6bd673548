import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { QueueTable } from "~/components/desk/queue-table";
import { useName } from "~/components/home/name";
import { PageHeader } from "~/components/layout/page-header";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Stat, StatGrid } from "~/components/ui/stat";
import { listBrokerQueue } from "~/domain/brokers/broker-queue-queries.server";
import type { Office as OfficeKind } from "~/domain/identity/actor";
import { type QueueKind, readOffice } from "~/domain/statistics/office-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireAnyOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const paths: Record<QueueKind, string> = {
  achievement: "/office/reviews/achievements",
  need: "/office/reviews/needs",
  organisation: "/office/verifications",
};

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireAnyOffice(request);
    const hasSeat = (...offices: OfficeKind[]) =>
      actor.offices.some((seat) => offices.includes(seat.office));
    const isTalentPool = hasSeat("TALENT_POOL");
    // Who has one queue only is shown that queue.
    if (!hasSeat("REVIEWER", "MARKET_OPERATOR")) {
      throw redirect(isTalentPool ? "/office/brokers" : "/office/registrations");
    }
    const office = await readOffice(actor, getDb());
    const brokersWaiting = isTalentPool
      ? (await listBrokerQueue(getDb(), actor, "waiting", { skip: 0, size: 1 })).total
      : null;
    const far = Number.MAX_SAFE_INTEGER;
    const next = office.queues
      .flatMap((queue) => queue.items)
      .sort((a, b) => (a.dueAt?.getTime() ?? far) - (b.dueAt?.getTime() ?? far))
      .slice(0, 12)
      .map((item) => ({ ...item, href: `${paths[item.kind]}/${item.id}` }));
    return { ...office, next, brokersWaiting, title: pageTitle(request) };
  });
}

function pageTitle(request: Request): string {
  const t = getFixedT(request, ["desk", "common"]);
  return `${t("desk:office.title")} · ${t("common:marketName")}`;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Office() {
  const { t, i18n } = useTranslation(["desk", "brokers"]);
  const name = useName();
  const office = useLoaderData<typeof loader>();
  const number = new Intl.NumberFormat(i18n.language);
  const { operations } = office;
  const regions = new Intl.ListFormat(i18n.language).format(
    office.regions.map((region) => name(region.name)),
  );
  return (
    <>
      <PageHeader
        title={t("office.title")}
        lead={office.coversAll ? t("office.leadAll") : t("office.leadRegions", { regions })}
      />
      <div className="space-y-6">
        <StatGrid>
          {office.queues.map((queue) => (
            <Stat
              key={queue.kind}
              label={t(`office.${queue.kind}`)}
              value={number.format(queue.total)}
              to={queue.kind === "organisation" ? "/office/verifications" : "/office/reviews"}
              note={
                <span className="flex flex-wrap items-center gap-x-2">
                  {queue.overdue > 0 ? (
                    <Badge tone="danger" icon="clock">
                      {t("office.overdue")} {queue.overdue}
                    </Badge>
                  ) : (
                    t("office.allOnTime")
                  )}
                  {queue.oldestAt && (
                    <span className="tabular">
                      {t("office.oldest")} {formatDateTime(queue.oldestAt)}
                    </span>
                  )}
                </span>
              }
            />
          ))}
          {office.brokersWaiting !== null && (
            <Stat
              label={t("brokers:nav.queue")}
              value={number.format(office.brokersWaiting)}
              to="/office/brokers"
            />
          )}
          {!operations && (
            <Stat
              label={t("office.overdueAll")}
              value={number.format(office.queues.reduce((sum, queue) => sum + queue.overdue, 0))}
            />
          )}
          {operations && (
            <Stat
              label={t("office.realNames")}
              value={number.format(operations.realNames)}
              to="/office/verifications/people"
              note={
                operations.oldestRealNameAt &&
                `${t("office.oldest")} ${formatDateTime(operations.oldestRealNameAt)}`
              }
            />
          )}
        </StatGrid>
        <Card
          title={t("office.next")}
          padding="flush"
          actions={
            <>
              <Link to="/office/reviews" className="link">
                {t("office.openReviews")}
              </Link>
              <Link to="/office/verifications" className="link">
                {t("office.openVerifications")}
              </Link>
            </>
          }
        >
          <QueueTable items={office.next} asOf={office.asOf} />
        </Card>
        {operations && (
          <Card title={t("office.operations")}>
            <DescriptionList
              items={(["unsentMessages", "searchBehind", "stuckClocks"] as const).map((key) => ({
                label: t(operationLabels[key]),
                value:
                  operations[key] === 0 ? (
                    t("office.fine")
                  ) : (
                    <Badge tone="warning" icon="warning">
                      {number.format(operations[key])}
                    </Badge>
                  ),
              }))}
            />
          </Card>
        )}
      </div>
    </>
  );
}

const operationLabels = {
  unsentMessages: "office.unsent",
  searchBehind: "office.behind",
  stuckClocks: "office.stuck",
} as const;
