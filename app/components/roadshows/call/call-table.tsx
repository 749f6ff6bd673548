import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Deadline } from "~/components/ui/deadline";
import { Table } from "~/components/ui/table";
import type { CallItem } from "~/domain/roadshows/call/project-view";
import { pointsText } from "./points-text";
import { ProjectStateBadge, SideBadge } from "./project-state";

/** Projects that came in, for the organiser. */
export function CallTable({ items, base }: { items: readonly CallItem[]; base: string }) {
  const { t } = useTranslation("pitches");
  return (
    <Card padding="flush">
      <Table
        caption={t("call.title")}
        rows={items}
        rowKey={(one) => one.id}
        empty={<p className="px-5 py-4 text-muted">{t("call.empty")}</p>}
        columns={[
          {
            key: "title",
            header: t("call.column.title"),
            rowHeader: true,
            cell: (one) => (
              <>
                <Link className="link" to={`${base}/${one.id}`}>
                  {one.number}. {one.title}
                </Link>
                <span className="mt-0.5 block text-sm font-normal text-muted">
                  {one.organisation} · {one.fieldNames.join("、")}
                </span>
              </>
            ),
          },
          {
            key: "side",
            header: t("call.column.side"),
            cell: (one) => (
              <span className="flex flex-wrap gap-1">
                <SideBadge side={one.side} confidentiality={one.confidentiality} />
              </span>
            ),
          },
          {
            key: "state",
            header: t("call.column.state"),
            cell: (one) => <ProjectStateBadge state={one.state} />,
          },
          {
            key: "reviews",
            header: t("call.column.reviews"),
            align: "end",
            cell: (one) => one.reviews,
          },
          {
            key: "score",
            header: t("call.column.score"),
            align: "end",
            cell: (one) => pointsText(one.scoreHundredths),
          },
          {
            key: "rank",
            header: t("call.column.rank"),
            align: "end",
            cell: (one) => one.rank ?? "—",
          },
          {
            key: "confirm",
            header: t("call.column.confirm"),
            cell: (one) =>
              one.state === "SELECTED" && one.confirmDueAt ? (
                <Deadline value={one.confirmDueAt} />
              ) : (
                "—"
              ),
          },
        ]}
      />
    </Card>
  );
}
