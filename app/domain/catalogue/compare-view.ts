import type { ListingKind } from "./listing-kind-rules";
import type { ListingState } from "./listing-procedure";

export type ComparedSide = {
  id: string;
  title: string;
  state: ListingState;
  /** Null while the owner is blinded to this reader. */
  organisationName: string | null;
  publishedAt: Date | null;
  href: string;
};

/** Two listings of a kind side by side, field by field, for a reviewer who looks for duplicates. */
export type CompareView = {
  kind: ListingKind;
  candidate: ComparedSide;
  other: ComparedSide;
  isSameOwner: boolean;
  rows: { field: string; candidate: string; other: string; isEqual: boolean }[];
};
