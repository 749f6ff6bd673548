import type { RelevanceBand } from "#search/match/types";
import type { Answer, DeclineCode } from "./answer-schema";
import type { BrokerageGroup, TriedFilter } from "./brokerage-rules";
import type { IntroductionState } from "./introduction-procedure";
import type { OwnerView } from "./match-view-schema";

type Side = {
  id: string;
  title: string;
  href: string;
  owner: OwnerView;
  /** What this side said of this pair; why it said no is only ever told as the numbers below. */
  answer: Answer | null;
  /** Why this side has turned down pairs of this listing; null while too few to tell them apart. */
  reasons: { code: DeclineCode; count: number }[] | null;
};

/** A pair as a broker sees it: what the ranker estimates and what has been tried. */
export type BrokeragePair = {
  needId: string;
  achievementId: string;
  href: string;
  group: BrokerageGroup;
  need: Side;
  achievement: Side;
  /** In words; an estimate that no person has confirmed. */
  related: RelevanceBand;
  /** 0 to 1. */
  fit: number;
  rankerVersion: string;
  /** How often members of either side were shown the pair. */
  shownCount: number;
  introductions: { state: IntroductionState; at: string }[];
};

export type BrokerageFilters = {
  /** Code of list "fields"; either side. */
  field: string | null;
  /** Code of a province; either side. */
  region: string | null;
  tried: TriedFilter;
};

export type BrokeragePage = {
  pairs: BrokeragePair[];
  total: number;
  /** More pairs pass the filters than are looked through. */
  isCapped: boolean;
  /** Nothing has been ranked yet at all. */
  isUnranked: boolean;
  /** The reader may judge pairs. */
  canJudge: boolean;
  filters: BrokerageFilters;
  fields: { code: string; zh: string; en: string }[];
  regions: { code: string; zh: string; en: string }[];
};
