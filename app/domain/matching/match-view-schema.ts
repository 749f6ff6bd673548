import type { CodeName } from "#search/indexes/listing-document";
import type { Contributions, FitAspect, FitVerdict } from "#search/match/types";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Answer, DeclineCode } from "./answer-schema";
import type { Segment } from "./excerpt-rules";

/** The owner of a listing as others see it: `name` and `id` are null while it is blinded. */
export type OwnerView = {
  name: string | null;
  id: string | null;
  kind: string;
  region: CodeName | null;
};

/** One aspect of business fit for the page: codes have become names in both languages. */
export type FitView = {
  aspect: FitAspect;
  verdict: FitVerdict;
  /** 0 to 1; null when unknown. */
  score: number | null;
  names: CodeName[];
  /** What the need wants and the achievement offers, where the two do not meet. */
  wanted: CodeName[];
  offered: CodeName[];
  figures: Record<string, number>;
};

export type MatchView = {
  id: string;
  kind: ListingKind;
  href: string;
  title: string;
  titleSegments: Segment[];
  excerpt: Segment[];
  ownTitleSegments: Segment[];
  ownExcerpt: Segment[];
  phrases: { text: string; share: number }[];
  nearPhrases: { own: string; theirs: string; similarity: number }[];
  contributions: Contributions;
  related: number;
  rankerVersion: string;
  band: "high" | "medium" | "low";
  /** 0 to 1. */
  relevance: number;
  fit: number;
  fitParts: FitView[];
  owner: OwnerView;
  trl: number | null;
  publishedAt: string | null;
  /** What our side answered, if it may be shown to this reader. */
  answer: { answer: Answer; declineCode: DeclineCode | null } | null;
  /** A request between both sides about this pair, as far as our side sees it. */
  introduction: { id: string; state: string } | null;
  requestHref: string;
};

export type MatchList = {
  status: "ok" | "unavailable";
  subject: { id: string; kind: ListingKind; title: string };
  /** The reader belongs to the organisation of the listing. */
  isOwner: boolean;
  /** The reader may answer for it. */
  canAnswer: boolean;
  items: MatchView[];
};

export type DeclineStatistics = {
  interested: number;
  declined: number;
  /** Null while too few have answered: a count of one would name whoever it was. */
  reasons: { code: DeclineCode; count: number }[] | null;
};

export type MatchPanelData = MatchList & {
  /** Where all matches of an owner's listing are, else null. */
  deskHref: string | null;
  /** Where a reader asks the owner of this listing for an introduction; null for the owner's side. */
  requestHref: string | null;
  /** The open or accepted request of the reader's organisation about this listing. */
  ownRequest: { id: string; state: string } | null;
  /** How others answered; for the owner's side only. */
  statistics: DeclineStatistics | null;
};
