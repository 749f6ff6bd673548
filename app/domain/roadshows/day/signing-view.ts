import type { SigningKind } from "./signing-schema";

/** A row of the list of what was signed on the spot. */
export type SigningRow = {
  id: string;
  title: string;
  kind: SigningKind;
  supply: string;
  demand: string;
  projectNumber: number | null;
  amountFen: string | null;
  supplyConfirmedAt: string | null;
  demandConfirmedAt: string | null;
  /** Both sides have confirmed; only then it counts. */
  isConfirmed: boolean;
  isWithdrawn: boolean;
  createdAt: string;
};

export type SigningPage = {
  title: string;
  number: number;
  mayWrite: boolean;
  rows: SigningRow[];
  page: number;
  pages: number;
  total: number;
  totals: { intentions: number; contracts: number; amountFen: string };
};

/** A row as one of its sides sees it. */
export type OwnSigning = SigningRow & {
  roadshowTitle: string;
  roadshowNumber: number;
  side: "SUPPLY" | "DEMAND";
  organisation: string;
  mayConfirm: boolean;
};
