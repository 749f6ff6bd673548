import { useTranslation } from "react-i18next";
import { Table } from "~/components/ui/table";
import { type AuctionLine, PUBLIC_EVENT_KINDS } from "~/domain/bidding/auction-view";
import type { TranscriptEvent } from "~/domain/bidding/transcript-view";
import { marketTime } from "./market-time";
import { useBiddingText, yuanText } from "./use-bidding-text";

/** The record in full: every event with its time to the millisecond. */
export function TranscriptList({ events }: { events: readonly TranscriptEvent[] }) {
  const { t } = useTranslation("bidding");
  const { code } = useBiddingText();
  const say = useEventText();
  return (
    <Table
      caption={t("transcript.caption")}
      rows={events}
      rowKey={(event) => String(event.sequence)}
      dense
      columns={[
        { key: "sequence", header: t("transcript.sequence"), cell: (event) => event.sequence },
        {
          key: "time",
          header: t("transcript.time"),
          rowHeader: true,
          cell: ({ atMicros }) => {
            const { date, time, ms, iso } = marketTime(atMicros);
            return <time dateTime={iso} className="tabular">{`${date} ${time}.${ms}`}</time>;
          },
        },
        {
          key: "bidder",
          header: t("transcript.bidder"),
          cell: (event) => ("bidder" in event ? code(event.bidder) : "—"),
        },
        {
          key: "event",
          header: t("transcript.event"),
          cell: (event) => <span className="break-words">{say(event)}</span>,
        },
        {
          key: "amount",
          header: t("transcript.amount"),
          align: "end",
          cell: (event) =>
            "amountFen" in event && event.amountFen ? yuanText(event.amountFen) : "—",
        },
      ]}
    />
  );
}

const isLine = (event: TranscriptEvent): event is AuctionLine =>
  PUBLIC_EVENT_KINDS.some((kind) => kind === event.kind);

/** What an event says, in words. */
function useEventText(): (event: TranscriptEvent) => string {
  const { t } = useTranslation("bidding");
  const { line } = useBiddingText();
  const short = (commitment: string) => `${commitment.slice(0, 12)}…`;
  return (event) => {
    if (isLine(event)) return line(event);
    switch (event.kind) {
      case "SCHEDULED":
        return t("transcript.kind.SCHEDULED", { count: event.bidders.length });
      case "SEALED":
      case "PROXY_SET":
        return t(`transcript.kind.${event.kind}`, { commitment: short(event.commitment) });
      case "REFUSED": {
        const reason = t(`refusal.${event.reason}`);
        return event.commitment
          ? t("transcript.kind.REFUSED_SECRET", { reason, commitment: short(event.commitment) })
          : t("transcript.kind.REFUSED", { reason });
      }
      case "FLAGGED":
      case "OPENED":
        return t(`transcript.kind.${event.kind}`, { of: event.of });
      case "NAMED": {
        const count = Object.values(event.unrecorded).reduce((a, b) => a + b, 0);
        return count > 0
          ? t("transcript.kind.NAMED_UNRECORDED", { count })
          : t("transcript.kind.NAMED");
      }
      default:
        return t(`transcript.kind.${event.kind}`);
    }
  };
}
