import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import type { TimetablePage, VersionRow } from "~/domain/roadshows/timetable/timetable-view";
import { PlanStateBadge } from "./plan-state-badge";

/** Every version that was made, the newest first. */
export function VersionTable({ page }: { page: TimetablePage }) {
  const { t } = useTranslation("timetable");
  const to = (nth: number) => `?page=${nth}`;
  const quality = ({ points, bound }: VersionRow) =>
    points === null || bound === null ? "—" : `${points} / ${bound}`;
  return (
    <Card title={t("versions.title")} padding="flush" id="versions">
      <Table
        caption={t("versions.title")}
        dense
        rows={page.versions}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="calendar" title={t("versions.none")} headingLevel={3}>
            {t("versions.noneText")}
          </EmptyState>
        }
        columns={[
          {
            key: "version",
            header: t("versions.version"),
            rowHeader: true,
            cell: ({ version, id }) => (
              <Link
                to={`?version=${version}`}
                aria-label={t("versions.open", { version })}
                aria-current={page.current?.id === id ? "true" : undefined}
                className="link tabular whitespace-nowrap"
              >
                {t("agenda.version", { version })}
              </Link>
            ),
          },
          {
            key: "state",
            header: t("versions.state"),
            cell: ({ state }) => <PlanStateBadge state={state} />,
          },
          {
            key: "reason",
            header: t("versions.reason"),
            cell: ({ reason, note }) => (
              <>
                {t(`reasons.${reason}`)}
                {note && <span className="block text-xs text-muted">{note}</span>}
              </>
            ),
          },
          {
            key: "made",
            header: t("versions.made"),
            cell: ({ createdAt }) => <DateTime value={createdAt} format="datetime" />,
          },
          {
            key: "quality",
            header: t("versions.quality"),
            align: "end",
            cell: (row) => <span className="tabular">{quality(row)}</span>,
          },
        ]}
      />
      {page.pages > 1 && (
        <div className="px-4 py-3">
          <Pagination
            previousTo={page.page > 1 ? to(page.page - 1) : null}
            nextTo={page.page < page.pages ? to(page.page + 1) : null}
            summary={t("versions.summary", { total: page.total })}
          />
        </div>
      )}
    </Card>
  );
}
