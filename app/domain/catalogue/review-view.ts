import type { ListingKind } from "./listing-kind-rules";
import type { ListingMove, ListingState } from "./listing-procedure";
import type { DuplicateView, FileView, QualityView } from "./wizard-view";

export type ReviewField = {
  field: string;
  /** The content said in text; rows as lines. */
  text: string;
  /** Who may read the section that the field is in; null for what is always public. */
  visibility: string | null;
  /** Comments of the rounds before. */
  earlier: { id: string; round: number; message: string }[];
};

/** A listing as its reviewer reads it. */
export type ReviewView = {
  kind: ListingKind;
  id: string;
  number: number;
  title: string;
  state: ListingState;
  revision: number;
  round: number;
  organisationName: string;
  isOrganisationVerified: boolean;
  isBlinded: boolean;
  region: string;
  submittedAt: Date | null;
  isOwnOrganisation: boolean;
  canDecide: boolean;
  canTakeDown: boolean;
  threatensNovelty: boolean;
  steps: { step: string; fields: ReviewField[] }[];
  files: FileView[];
  duplicates: DuplicateView[];
  quality: QualityView;
  evidence: { level: number; evidence: string; isVerified: boolean }[];
  timeline: { id: string; move: ListingMove; at: Date; actorName: string | null; note: string }[];
};

export type ReviewAnswer = {
  intent: string;
  note: string;
  comments: Record<string, string>;
  error: string | null;
  noteError: string | null;
};
