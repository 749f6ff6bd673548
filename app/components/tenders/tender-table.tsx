import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { type Column, Table } from "~/components/ui/table";
import type { TenderLine } from "~/domain/tenders/tender-view";
import { TenderStateBadge } from "./tender-state";
import { useYuan } from "./use-tender-text";

interface TenderTableProps<Line extends TenderLine> {
  lines: readonly Line[];
  caption: string;
  hrefOf: (line: Line) => string;
  empty: ReactNode;
  extra?: readonly Column<Line>[];
  rowKey?: (line: Line) => string;
}

/** Tenders as a list of any of the pages. */
export function TenderTable<Line extends TenderLine>({
  lines,
  caption,
  hrefOf,
  empty,
  extra = [],
  rowKey = (line) => line.id,
}: TenderTableProps<Line>) {
  const { t } = useTranslation("tenders");
  const yuan = useYuan();
  return (
    <Card padding="flush">
      <Table<Line>
        caption={caption}
        rows={lines}
        rowKey={rowKey}
        empty={empty}
        columns={[
          {
            key: "tender",
            header: t("list.tender"),
            rowHeader: true,
            cell: (line) => (
              <Link className="link" to={hrefOf(line)}>
                {line.title || t("number", { number: line.number })}
              </Link>
            ),
          },
          { key: "buyer", header: t("list.buyer"), cell: (line) => line.buyer },
          {
            key: "budget",
            header: t("list.budget"),
            align: "end",
            cell: (line) => line.budgetFen && yuan(line.budgetFen),
          },
          {
            key: "due",
            header: t("list.due"),
            cell: (line) => line.bidsDueAt && <DateTime value={line.bidsDueAt} format="datetime" />,
          },
          ...extra,
          {
            key: "state",
            header: t("list.state"),
            cell: (line) => <TenderStateBadge state={line.state} />,
          },
        ]}
      />
    </Card>
  );
}
