import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime, formatDateTime } from "~/components/ui/date-time";
import { type Column, Table } from "~/components/ui/table";
import type { OpenedBidView, TenderFacts } from "~/domain/tenders/tender-view";
import { TenderBidStateBadge } from "./tender-state";
import { useInvalidReason, useYuan } from "./use-tender-text";

/** 开标记录: who has bid, at what price, and what could not be opened. */
export function OpeningRecord({ tender }: { tender: TenderFacts }) {
  const { t } = useTranslation("tenders");
  const yuan = useYuan();
  const reason = useInvalidReason();
  if (!tender.openedAt) return null;
  const date = formatDateTime(tender.openedAt, "datetime");
  return (
    <Card title={t("record.title")} padding="flush">
      <p className="px-5 py-3 text-muted">{t("record.lead", { date })}</p>
      <Table<OpenedBidView>
        caption={t("record.title")}
        rows={tender.bids}
        rowKey={(one) => one.id}
        empty={<p className="px-5 py-4 text-muted">{t("record.none")}</p>}
        columns={[
          {
            key: "bidder",
            header: t("record.bidder"),
            rowHeader: true,
            cell: (one) => one.organisation,
          },
          {
            key: "price",
            header: t("record.price"),
            align: "end",
            cell: (one) => (
              <span className="whitespace-nowrap">{one.priceFen ? yuan(one.priceFen) : "—"}</span>
            ),
          },
          {
            key: "days",
            header: t("record.days"),
            align: "end",
            cell: (one) => one.durationDays ?? "—",
          },
          {
            key: "submitted",
            header: t("record.submitted"),
            cell: (one) => <DateTime value={one.submittedAt} format="datetime" />,
          },
          {
            key: "state",
            header: t("record.state"),
            cell: (one) => (
              <>
                <TenderBidStateBadge state={one.state} />
                {one.invalidReason && (
                  <span className="ms-2 text-sm">{reason(one.invalidReason)}</span>
                )}
              </>
            ),
          },
          {
            key: "hash",
            header: t("record.fingerprint"),
            cell: (one) => <span className="font-mono text-xs break-all">{one.envelopeHash}</span>,
          },
        ]}
      />
    </Card>
  );
}

/** Ranks and points by criterion, from the publicity of the candidates on. */
export function RankingCard({ tender }: { tender: TenderFacts }) {
  const { t } = useTranslation("tenders");
  const ranked = tender.bids.filter((one) => one.rank !== null && one.total !== null);
  if (ranked.length === 0) return null;
  const points: Column<OpenedBidView>[] = tender.criteria.map((criterion) => ({
    key: criterion.id,
    header: criterion.title,
    align: "end",
    cell: (one) => one.points[criterion.id] ?? "—",
  }));
  const winner = tender.bids.find((one) => one.id === tender.awardedBidId);
  return (
    <Card title={t("record.result")} padding="flush">
      <p className="px-5 py-3 text-muted">{t("record.pointsLead")}</p>
      <Table<OpenedBidView>
        caption={t("record.result")}
        rows={ranked}
        rowKey={(one) => one.id}
        narrow="scroll"
        columns={[
          { key: "rank", header: t("record.rank"), align: "end", cell: (one) => one.rank },
          {
            key: "bidder",
            header: t("record.bidder"),
            rowHeader: true,
            cell: (one) => one.organisation,
          },
          ...points,
          { key: "total", header: t("record.total"), align: "end", cell: (one) => one.total },
          {
            key: "state",
            header: t("record.state"),
            cell: (one) => <TenderBidStateBadge state={one.state} />,
          },
        ]}
      />
      {tender.fewReasons && (
        <p className="px-5 pt-4">
          {t("record.few")}：{tender.fewReasons}
        </p>
      )}
      {(winner || tender.committee.length > 0) && (
        <div className="space-y-2 px-5 py-4">
          {winner && (
            <p className="text-ink">
              {t("record.winner")}：{winner.organisation}
            </p>
          )}
          {winner && winner.rank !== 1 && tender.awardReasons && (
            <p>
              {t("record.reasons")}：{tender.awardReasons}
            </p>
          )}
          {tender.committee.length > 0 && (
            <p className="text-sm">
              {t("record.committee")}：
              {tender.committee
                .map((one) => `${one.name}（${t(`record.committeeKinds.${one.kind}`)}）`)
                .join("、")}
            </p>
          )}
        </div>
      )}
    </Card>
  );
}
