import type { FilingPack } from "~/domain/brokers/filing-pack.server";
import { type FilingTexts, yuanOf } from "~/domain/brokers/filing-workbook.server";
import { isEntryNote } from "~/domain/brokers/ledger-view";
import type { getFixedT } from "~/i18n/i18next.server";

type T = ReturnType<typeof getFixedT<"brokers">>;

/** Words of the filing pack in the reader's language. */
export function filingTexts({ owner, filing, madeOn }: FilingPack, t: T): FilingTexts {
  const { totals } = filing;
  return {
    sheets: {
      summary: t("filing.summary"),
      turnover: t("ledger.turnover"),
      income: t("ledger.income"),
      related: t("ledger.isRelated"),
      all: t("filing.all"),
    },
    columns: {
      sequence: t("ledger.sequence"),
      kind: t("ledger.kind"),
      countsOn: t("ledger.countsOn"),
      broker: t("ledger.broker"),
      deal: t("ledger.deal"),
      contract: t("filing.contract"),
      supply: t("records.supply"),
      demand: t("records.demand"),
      share: t("ledger.share"),
      amount: t("ledger.amount"),
      reason: t("filing.reason"),
    },
    total: t("filing.total"),
    kind: (line) =>
      line.kind === "REVERSAL" && line.reversedKind
        ? t("ledger.reversalOf", { kind: t(`ledger.kinds.${line.reversedKind}`) })
        : t(`ledger.kinds.${line.kind}`),
    reason: (line) => (isEntryNote(line.note) ? t(`ledger.reasons.${line.note}`) : line.note),
    summary: [
      { label: t("filing.ownerLabel"), value: owner.name, note: t("filing.unit") },
      { label: t("filing.yearLabel"), value: String(filing.year) },
      { label: t("filing.madeOn"), value: madeOn },
      { label: t("ledger.turnover"), value: yuanOf(totals.turnoverFen) },
      { label: t("ledger.income"), value: yuanOf(totals.incomeFen) },
      {
        label: t("filing.relatedTurnover"),
        value: yuanOf(totals.relatedTurnoverFen),
        note: t("filing.relatedNote"),
      },
      {
        label: t("filing.relatedIncome"),
        value: yuanOf(totals.relatedIncomeFen),
        note: t("filing.relatedNote"),
      },
      ...filing.thresholds.map((one) => ({
        label: `${one.titleZh} ≥`,
        value: yuanOf(one.limitFen),
        note: `${one.isMet ? t("ledger.met") : t("ledger.notMet")} · ${t("ledger.source", { source: one.source })}`,
      })),
    ],
  };
}
