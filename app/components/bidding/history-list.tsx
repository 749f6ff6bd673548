import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cx } from "~/components/ui/class-names";
import { Icon, type IconName } from "~/components/ui/icon";
import type { AuctionLine } from "~/domain/bidding/auction-view";
import { marketTime } from "./market-time";
import { useBiddingText, yuanText } from "./use-bidding-text";

interface HistoryListProps {
  lines: readonly AuctionLine[];
  yourNumber: number | null;
  withMs: boolean;
  /** Lines of another day than this one say their date. */
  nowMicros: number;
}

const icons: Partial<Record<AuctionLine["kind"], IconName>> = {
  PHASE: "flag",
  EXTENDED: "clock",
  SUSPENDED: "lock",
  RESUMED: "refresh",
  VOIDED: "error",
  CLOSED: "flag",
  RESULT: "certificate",
  MATCHED: "handshake",
  WAIVED: "minus",
};

/** What happened, newest first. */
export function HistoryList({ lines, ...rest }: HistoryListProps) {
  const { t } = useTranslation("bidding");
  if (lines.length === 0) return <p className="text-muted">{t("history.empty")}</p>;
  return (
    <ol className="divide-y divide-line">
      {lines.map((line) => (
        <HistoryLine key={line.sequence} line={line} {...rest} />
      ))}
    </ol>
  );
}

function HistoryLine({
  line,
  yourNumber,
  withMs,
  nowMicros,
}: Omit<HistoryListProps, "lines"> & { line: AuctionLine }) {
  const text = useBiddingText(yourNumber);
  const { date, time, ms, iso } = marketTime(line.atMicros);
  const bidder = "bidder" in line ? line.bidder : null;
  const icon = icons[line.kind];
  return (
    <li
      className={cx(
        "grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-3 py-1.5 text-sm",
        line.kind === "BID" ? "text-body" : "text-muted",
      )}
    >
      <time dateTime={iso} title={`${date} ${time}.${ms}`} className="tabular text-muted">
        {date !== marketTime(nowMicros).date && `${date.slice(5)} `}
        {time}
        {withMs && `.${ms}`}
      </time>
      <span className="min-w-0">
        {icon && <Icon name={icon} size={16} className="mr-1 inline-block align-[-0.15em]" />}
        {bidder !== null && (
          <span className={cx("mr-2", bidder === yourNumber && "font-semibold text-ink")}>
            {text.who(bidder)}
          </span>
        )}
        {text.line(line)}
      </span>
      <span className="tabular text-right font-medium text-ink">
        {line.kind === "BID" && yuanText(line.amountFen)}
      </span>
    </li>
  );
}

interface HistoryLinksProps {
  path: string;
  withMs: boolean;
  /** Number of the last line shown, when older ones exist. */
  olderBefore: number | null;
  isOlderPage: boolean;
}

const target = "link inline-flex min-h-11 items-center";

/** Pages of the record have addresses of their own, as has the finer time. */
export function HistoryLinks({ path, withMs, olderBefore, isOlderPage }: HistoryLinksProps) {
  const { t } = useTranslation("bidding");
  const to = (before: number | null, ms: boolean) => {
    const query = [before === null ? "" : `before=${before}`, ms ? "ms=1" : ""].filter(Boolean);
    return `${path}${query.length > 0 ? `?${query.join("&")}` : ""}#history`;
  };
  return (
    <nav aria-label={t("history.title")} className="flex flex-wrap gap-x-5">
      {isOlderPage && (
        <Link to={to(null, withMs)} preventScrollReset className={target}>
          {t("history.newest")}
        </Link>
      )}
      {olderBefore !== null && (
        <Link to={to(olderBefore, withMs)} preventScrollReset className={target}>
          {t("history.older")}
        </Link>
      )}
      <Link to={to(null, !withMs)} preventScrollReset replace className={target}>
        {t(withMs ? "history.hideMs" : "history.showMs")}
      </Link>
    </nav>
  );
}
