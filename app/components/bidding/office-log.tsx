import { useTranslation } from "react-i18next";
import type { AuctionLine } from "~/domain/bidding/auction-view";
import type { LogEvent } from "~/domain/bidding/screen-log-view";
import { marketTime } from "./market-time";
import { useBiddingText, yuanText } from "./use-bidding-text";

/** The whole record, refusals and secret things included as far as they are told before the end. */
export function OfficeLog({ events }: { events: readonly LogEvent[] }) {
  const { t } = useTranslation("bidding");
  const { code } = useBiddingText();
  if (events.length === 0) return <p className="text-muted">{t("history.empty")}</p>;
  return (
    <ol className="divide-y divide-line">
      {events.map((event) => {
        const { date, time, ms, iso } = marketTime(event.atMicros);
        const amountFen = "amountFen" in event ? event.amountFen : undefined;
        return (
          <li
            key={event.sequence}
            className="grid grid-cols-[2.5em_auto_minmax(0,1fr)_auto] items-baseline gap-x-3 py-1.5 text-sm"
          >
            <span className="tabular text-muted">{event.sequence}</span>
            <time dateTime={iso} title={date} className="tabular text-muted">
              {time}.{ms}
            </time>
            <span className="min-w-0">
              {event.kind === "BID" && `${code(event.bidder)} `}
              <LogText event={event} />
            </span>
            <span className="tabular text-right font-medium text-ink">
              {amountFen && yuanText(amountFen)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function LogText({ event }: { event: LogEvent }) {
  const { t } = useTranslation("bidding");
  const { code, line } = useBiddingText();
  switch (event.kind) {
    case "SCHEDULED":
    case "RESERVE_OPENED":
    case "NAMED":
      return t(`office.event.${event.kind}`);
    case "SEALED":
    case "PROXY_SET":
    case "PROXY_DROPPED":
    case "FLAGGED":
    case "OPENED":
      return t(`office.event.${event.kind}`, { code: code(event.bidder) });
    case "REFUSED":
      return t("office.event.REFUSED", {
        code: code(event.bidder),
        reason: t(`refusal.${event.reason}`),
      });
    default:
      return <>{line(event satisfies AuctionLine)}</>;
  }
}
