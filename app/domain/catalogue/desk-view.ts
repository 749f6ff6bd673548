import type { ListingKind } from "./listing-kind-rules";
import type { ListingClock, ListingMove, ListingState } from "./listing-procedure";
import type { QualityView } from "./wizard-view";

export type DeskMove = {
  move: ListingMove;
  needsNote: boolean;
  /** Key under `desk.reason` when the move is listed but not open. */
  refusal: "listing_incomplete" | "organisation_not_verified" | "check_by_another" | null;
};

/** The owner's page of a listing. */
export type DeskView = {
  kind: ListingKind;
  id: string;
  number: number;
  title: string;
  state: ListingState;
  versionNumber: number;
  hasPending: boolean;
  canEdit: boolean;
  organisationName: string;
  createdAt: Date;
  submittedAt: Date | null;
  publishedAt: Date | null;
  expiresAt: Date | null;
  viewCount: number;
  interestCount: number;
  moves: DeskMove[];
  clocks: { clock: ListingClock; dueAt: Date; isOverdue: boolean }[];
  timeline: {
    id: string;
    move: ListingMove;
    toState: ListingState;
    at: Date;
    actorName: string | null;
    note: string;
  }[];
  comments: { id: string; round: number; field: string; message: string; isResolved: boolean }[];
  quality: QualityView;
};
