import type { LotComment } from "./lot-checks-schema";
import type { LotConditionView, LotFacts } from "./lot-view";

type Option = { value: string; label: string };

/** One lot as its wizard shows it. */
export type LotWizard = LotFacts & {
  revision: number;
  /** What the fields of all form steps hold, as texts. */
  values: Record<string, string | string[]>;
  comments: LotComment[];
  checks: LotConditionView[];
  achievements: (Option & { isTaken: boolean })[];
  categories: Option[];
  limits: {
    announcementWorkdays: number;
    auctionDays: number;
    minimumHours: number;
    extensionsMax: number;
    depositMinBp: number;
    depositMaxBp: number;
    drops: number;
    rounds: number;
  };
  isGovernmentUnit: boolean;
};
