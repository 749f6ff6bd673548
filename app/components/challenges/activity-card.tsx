import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { Table } from "~/components/ui/table";
import type { ActivityView } from "~/domain/challenges/challenge-view";

const WIDTH = 300;
const HEIGHT = 48;

/** Points of a line over the days, the highest day at the top. */
function linePoints(views: readonly number[]): string {
  const highest = Math.max(1, ...views);
  const step = views.length > 1 ? WIDTH / (views.length - 1) : WIDTH;
  return views
    .map((value, index) => {
      const y = HEIGHT - 2 - (value / highest) * (HEIGHT - 4);
      return `${(index * step).toFixed(1)},${y.toFixed(1)}`;
    })
    .join(" ");
}

/** How much a challenge is looked at: counts, a small line, and the same figures as a table. */
export function ActivityCard({ activity }: { activity: ActivityView }) {
  const { t } = useTranslation("challenges");
  return (
    <Card title={t("activity.title")}>
      <dl className="grid grid-cols-3 gap-3 text-center">
        <div>
          <dt className="text-sm text-muted">{t("activity.views")}</dt>
          <dd className="tabular text-xl font-semibold text-ink">{activity.views}</dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{t("activity.agreements")}</dt>
          <dd className="tabular text-xl font-semibold text-ink">{activity.agreements}</dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{t("activity.intentions")}</dt>
          <dd className="text-xl font-semibold text-ink">
            {activity.intentions ?? (
              <span className="text-sm font-normal text-muted">{t("activity.afterDeadline")}</span>
            )}
          </dd>
        </div>
      </dl>
      <svg
        role="img"
        aria-label={t("activity.chart")}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-4 h-12 w-full stroke-brand-600"
      >
        <polyline
          points={linePoints(activity.days.map((one) => one.views))}
          fill="none"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <p className="mt-1 text-xs text-muted">{t("activity.chart")}</p>
      <Disclosure summary={t("activity.table")}>
        <Table
          caption={t("activity.chart")}
          rows={activity.days}
          rowKey={(one) => one.day}
          narrow="scroll"
          dense
          columns={[
            { key: "day", header: t("activity.day"), rowHeader: true, cell: (one) => one.day },
            {
              key: "views",
              header: t("activity.count"),
              align: "end",
              cell: (one) => one.views,
            },
          ]}
        />
      </Disclosure>
    </Card>
  );
}
