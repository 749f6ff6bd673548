import type { CodeName } from "#search/indexes/listing-document";
import type { MatchHintCode, MatchSide } from "#search/match/hints";
import type { Contributions, FitAspect, FitVerdict } from "#search/match/types";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Answer, DeclineCode } from "./answer-schema";
import type { Segment } from "./excerpt-rules";
import type { PassageSegment } from "./passage-rules";

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

/** What is missing on one side, or would change the result of the pair. */
export type HintView = {
  code: MatchHintCode;
  side: MatchSide;
  figures: Record<string, number>;
  /** The reader may change that side. */
  isOwn: boolean;
  /** Where the reader does so; null for everybody else. */
  href: string | null;
};

/** What persons have said of a pair: 4 solves it, 3 strong, 2 related, 1 unrelated. */
export type JudgementView = { level: number; count: number };

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
  hints: HintView[];
  /** The page of the pair; null while one of the two is not public. */
  pairHref: string | null;
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

/** One side of the page of a pair. */
export type PairSideView = {
  kind: ListingKind;
  id: string;
  href: string;
  title: PassageSegment[];
  text: PassageSegment[];
  owner: OwnerView;
  trl: number | null;
  publishedAt: string | null;
  isOwn: boolean;
};

export type PairExplanation = Pick<
  MatchView,
  | "phrases"
  | "nearPhrases"
  | "contributions"
  | "related"
  | "rankerVersion"
  | "band"
  | "relevance"
  | "fit"
  | "fitParts"
  | "hints"
> & { score: number };

/** A pair for its own page: `own` words are the need's, `theirs` the achievement's. */
export type PairView = {
  /** `unrelated`: the two texts have nothing in common that the ranker would show. */
  status: "ok" | "unrelated" | "unavailable";
  need: PairSideView;
  achievement: PairSideView;
  explanation: PairExplanation | null;
  judgement: JudgementView | null;
  /** Where the reader says what they think of the pair; null for whoever may not judge it. */
  judgeHref: string | null;
  figuresHref: string;
  /** Where a reader asks the other side for an introduction. */
  requestHref: string | null;
};
