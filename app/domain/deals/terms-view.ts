import type { DealSide } from "./deal-role-rules";
import type { TermSheetState } from "./term-sheet-procedure";
import type { TermSheetContent } from "./term-sheet-schema";
import type { TermIssue } from "./terms-consistency-rules";
import type { TermChange } from "./terms-diff-rules";
import type { TermsForm } from "./terms-form-rules";

/** Names of codes in the reader's language. */
export type TermLabels = {
  categories: Record<string, string>;
  ipKinds: Record<string, string>;
  /** Brokers in the room by id of their profile. */
  brokers: Record<string, string>;
};

/** A move that the reader's side could make, and why it cannot be made now. */
export type TermAnswer = {
  move: "accept" | "reject" | "withdraw" | "counter";
  /** Key in `errors`; null when nothing stands in the way. */
  refusal: string | null;
};

export type TermVersionLine = {
  id: string;
  number: number;
  state: TermSheetState;
  side: DealSide;
  isOurs: boolean;
  proposedBy: string;
  organisation: string;
  note: string;
  at: string;
  answeredAt: string | null;
  answeredBy: string | null;
  totalFen: string | null;
};

export type TermVersionView = TermVersionLine & {
  content: TermSheetContent;
  contentHash: string;
  /** What the reader may do with it. */
  answers: TermAnswer[];
  /** The contract is signed: what is accepted now goes into a supplement. */
  isSigned: boolean;
  /** End of the time to answer while it is open. */
  dueAt: string | null;
  issues: TermIssue[];
  /** Against the version before it. */
  previous: { number: number; content: TermSheetContent; changes: TermChange[] } | null;
};

export type TermsOverview = {
  open: TermVersionView | null;
  accepted: TermVersionView | null;
  draft: { savedAt: string; savedBy: string } | null;
  /** Why the reader cannot write an offer; null when it is open, "none" for those without a side. */
  offerRefusal: string | null;
  versions: TermVersionLine[];
  total: number;
};

export type TermsEditorView = {
  form: TermsForm;
  revision: number;
  savedAt: string | null;
  savedBy: string | null;
  /** The offer that this one would answer. */
  open: { id: string; number: number; isOurs: boolean } | null;
  /** Versions to start over from. */
  numbers: number[];
  /** Where the form came from when nothing is stored yet. */
  source: "DRAFT" | "VERSION" | "LISTING";
  sourceNumber: number | null;
  issues: TermIssue[];
};
