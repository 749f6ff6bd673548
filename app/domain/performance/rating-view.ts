import type { RateeKind } from "./performance-schema";

/** A rating as it is shown; instants as ISO texts. */
export type RatingView = {
  id: string;
  rateeKind: RateeKind;
  rateeName: string;
  raterName: string;
  reliability: number;
  communication: number;
  quality: number;
  comment: string;
  reply: string;
  createdAt: string;
};

export type DealRatings = {
  areShown: boolean;
  shownAfterDays: number;
  toRate: { kind: RateeKind; id: string; name: string }[];
  ratings: (RatingView & { mayReply: boolean })[];
};

export type RatingSummary = {
  votes: number;
  /** Votes below which no average is shown. */
  minimum: number;
  averages: { reliability: number; communication: number; quality: number } | null;
  latest: RatingView[];
};
