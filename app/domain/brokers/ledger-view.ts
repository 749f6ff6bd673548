import type { FilerKind } from "./filing-rules";

export const ENTRY_KINDS = ["TURNOVER", "FEE_DUE", "FEE_PAID", "REVERSAL"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A line of the ledger; amounts are fen as text, dates YYYY-MM-DD. */
export type LedgerLine = {
  id: string;
  sequence: number;
  kind: EntryKind;
  reversedKind: "TURNOVER" | "FEE_DUE" | "FEE_PAID" | null;
  countsOn: string;
  createdAt: string;
  brokerName: string;
  dealId: string;
  dealNumber: number;
  dealTitle: string;
  contractTitle: string;
  supplyName: string;
  demandName: string;
  shareBp: number;
  amountFen: string;
  isRelated: boolean;
  note: string;
  mandateNumber: number | null;
  /** A live turnover entry whose share the reader may correct. */
  mayCorrect: boolean;
};

export type LedgerOwner =
  | { kind: "BROKER"; id: string; name: string }
  | { kind: "AGENCY"; id: string; name: string };

export type FilingSummary = {
  year: number;
  filer: FilerKind;
  totals: {
    turnoverFen: string;
    incomeFen: string;
    relatedTurnoverFen: string;
    relatedIncomeFen: string;
  };
  thresholds: {
    key: string;
    titleZh: string;
    limitFen: string;
    actualFen: string;
    isMet: boolean;
    source: string;
  }[];
};

export type Ledger = {
  owner: LedgerOwner;
  /** Other ledgers that the reader may open. */
  owners: LedgerOwner[];
  year: number;
  years: number[];
  lines: LedgerLine[];
  total: number;
  filing: FilingSummary;
};

/** Coded notes of entries; texts in i18n `brokers.ledger.reasons`. */
export const ENTRY_NOTES = [
  "DECLARED",
  "AGENCY_IS_PARTY",
  "BROKER_IN_PARTY",
  "ROYALTY_OPEN",
  "CONTRACT_ENDED",
  "SHARE_CORRECTED",
  "FEE_CHANGED",
] as const;
export type EntryNote = (typeof ENTRY_NOTES)[number];

export function isEntryNote(text: string): text is EntryNote {
  return ENTRY_NOTES.some((note) => note === text);
}
