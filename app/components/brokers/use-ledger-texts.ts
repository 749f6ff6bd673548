import { useTranslation } from "react-i18next";
import { isEntryNote, type LedgerLine } from "~/domain/brokers/ledger-view";

/** Words for the kinds and coded notes of ledger entries. */
export function useLedgerTexts() {
  const { t } = useTranslation("brokers");
  return {
    kindText: (line: LedgerLine) =>
      line.kind === "REVERSAL" && line.reversedKind
        ? t("ledger.reversalOf", { kind: t(`ledger.kinds.${line.reversedKind}`) })
        : t(`ledger.kinds.${line.kind}`),
    noteText: (line: LedgerLine) =>
      isEntryNote(line.note) ? t(`ledger.reasons.${line.note}`) : line.note,
  };
}
