import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { Table } from "~/components/ui/table";
import type { AuctionRow } from "~/domain/bidding/screen-list-view";
import { AuctionStatusBadge, TrainingBadge } from "./auction-badges";
import { remainingTime } from "./remaining-time";
import { useBiddingText, yuanText } from "./use-bidding-text";

interface AuctionTableProps {
  items: readonly AuctionRow[];
  caption: string;
  /** The server's time when the list was made, in milliseconds. */
  now: number;
  empty: ReactNode;
  hrefOf: (row: AuctionRow) => string;
}

/** Runs of bidding in a list, for bidders and for operators. */
export function AuctionTable({ items, caption, now, empty, hrefOf }: AuctionTableProps) {
  const { t } = useTranslation("bidding");
  const isOwn = items.some((row) => row.yourNumber !== null);
  return (
    <Card padding="flush">
      <Table
        caption={caption}
        rows={items}
        rowKey={(row) => row.auctionId}
        empty={empty}
        columns={[
          {
            key: "lot",
            header: t("desk.lot"),
            rowHeader: true,
            cell: (row) => (
              <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
                <Link
                  className="link pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
                  to={hrefOf(row)}
                >
                  {row.lotTitle}
                </Link>
                <TrainingBadge isTraining={row.isTraining} factor={row.timeFactor} />
              </span>
            ),
          },
          { key: "mode", header: t("desk.mode"), cell: (row) => t(`mode.${row.mode}`) },
          {
            key: "who",
            header: t(isOwn ? "desk.yourCode" : "office.bidders"),
            cell: (row) =>
              row.yourNumber === null ? row.bidders : t("code", { number: row.yourNumber }),
          },
          {
            key: "state",
            header: t("desk.state"),
            cell: (row) => <AuctionStatusBadge status={row.status} />,
          },
          {
            key: "best",
            header: t("desk.best"),
            align: "end",
            cell: (row) => <Best row={row} />,
          },
          { key: "when", header: t("desk.when"), cell: (row) => <When row={row} now={now} /> },
        ]}
      />
    </Card>
  );
}

function Best({ row }: { row: AuctionRow }) {
  const { t } = useTranslation("bidding");
  if (!row.best) return <span className="text-muted">{t("desk.noBid")}</span>;
  const isYours = row.best.bidder === row.yourNumber;
  return (
    <span className="tabular whitespace-nowrap">
      {yuanText(row.best.amountFen)}
      {isYours && <span className="block text-sm text-success-700">{t("desk.yourLead")}</span>}
    </span>
  );
}

function When({ row, now }: { row: AuctionRow; now: number }) {
  const { t } = useTranslation("bidding");
  const { length } = useBiddingText();
  const left = (until: Date) => {
    const { days, hours, minutes, seconds } = remainingTime(until.getTime(), now);
    const rest = length(days > 0 ? hours * 3600 : hours * 3600 + minutes * 60 + seconds);
    return days > 0 ? `${t("clock.days", { count: days })} ${rest}` : rest;
  };
  const at = (instant: Date) => (
    <time dateTime={instant.toISOString()} className="tabular block text-sm text-muted">
      {formatDateTime(instant, "datetime")}
    </time>
  );
  if (row.status === "SCHEDULED") {
    return (
      <>
        {t("desk.startsIn", { time: left(row.startsAt) })}
        {at(row.startsAt)}
      </>
    );
  }
  if (row.status === "OPEN" && row.phaseEndsAt) {
    return (
      <>
        {t("desk.phaseEndsIn", { time: left(row.phaseEndsAt) })}
        {at(row.phaseEndsAt)}
      </>
    );
  }
  return row.endedAt ? at(row.endedAt) : <span>—</span>;
}
