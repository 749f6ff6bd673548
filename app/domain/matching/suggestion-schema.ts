import type { RelevanceBand } from "#search/match/types";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Answer, DeclineCode } from "./answer-schema";
import type { OwnerView } from "./match-view-schema";

/** One pair for the person who may answer it: what belongs to them, and the counterpart. */
export type SuggestionView = {
  needId: string;
  achievementId: string;
  own: { kind: ListingKind; title: string; href: string };
  other: { kind: ListingKind; title: string; href: string; owner: OwnerView };
  /** The page that explains the pair. */
  pairHref: string;
  /** Where the own side asks the other for an introduction. */
  requestHref: string;
  /** Words that stand in both texts; none while the search engine is away. */
  words: string[];
  /** Words that are near each other in meaning. */
  nearWords: { own: string; theirs: string }[];
  /** Null where nothing was ranked. */
  band: RelevanceBand | null;
  rankerVersion: string;
};

/** An answer as a page shows it. */
export type GivenAnswer = { answer: Answer; declineCode: DeclineCode | null };

/** The page behind a link of a mail. */
export type AnswerPageView = {
  pair: SuggestionView;
  organisationName: string;
  /** What the side has answered. */
  current: GivenAnswer | null;
  /** False: chosen by declared fields only. */
  isPersonal: boolean;
};

/** One page of what waits for an answer. */
export type ForYouView = {
  organisationName: string;
  /** False: chosen by declared fields only. */
  isPersonal: boolean;
  /** False while lists are missing because the search engine is away. */
  isComplete: boolean;
  canAnswer: boolean;
  /** All that wait, and the number of the first of them on this page. */
  total: number;
  from: number;
  /** Where the next page begins, for the address; null on the last one. */
  next: string | null;
  items: SuggestionView[];
};

/** Reply to an answer that was given without leaving the page. */
export type InPageReply = {
  /** The answer as it stands now; null when there is none. */
  answer: GivenAnswer | null;
  isMutual: boolean;
  error: { code: string; params: Record<string, string | number> } | null;
};
