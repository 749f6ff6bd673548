import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { Table } from "~/components/ui/table";
import type { RoadshowItem } from "~/domain/roadshows/events/roadshow-view";
import { RoadshowStateBadge } from "./roadshow-state";

type Row = Pick<
  RoadshowItem,
  "id" | "number" | "title" | "state" | "organiser" | "startsOn" | "endsOn" | "region"
>;

export const daysText = (one: { startsOn: string | null; endsOn: string | null }) =>
  one.startsOn === one.endsOn || one.endsOn === null
    ? (one.startsOn ?? "—")
    : `${one.startsOn} – ${one.endsOn}`;

/** Events of the organiser's or the office's desk. */
export function RoadshowTable({
  items,
  base,
  empty,
  title,
}: {
  items: readonly Row[];
  /** Folder of the pages that the titles lead to. */
  base: string;
  empty: ReactNode;
  title?: string;
}) {
  const { t } = useTranslation("roadshows");
  return (
    <Card padding="flush" title={title}>
      <Table
        caption={title ?? t("list.caption")}
        rows={items}
        rowKey={(one) => one.id}
        empty={empty}
        columns={[
          {
            key: "title",
            header: t("list.column.title"),
            rowHeader: true,
            cell: (one) => (
              <>
                <Link className="link" to={`${base}/${one.id}`}>
                  {one.title || t("number", { number: one.number })}
                </Link>
                <span className="block text-sm text-muted">
                  {t("number", { number: one.number })}
                </span>
              </>
            ),
          },
          { key: "organiser", header: t("list.column.organiser"), cell: (one) => one.organiser },
          {
            key: "days",
            header: t("list.column.days"),
            cell: (one) => <span className="tabular">{daysText(one)}</span>,
          },
          { key: "region", header: t("list.column.region"), cell: (one) => one.region },
          {
            key: "state",
            header: t("list.column.state"),
            cell: (one) => <RoadshowStateBadge state={one.state} />,
          },
        ]}
      />
    </Card>
  );
}
