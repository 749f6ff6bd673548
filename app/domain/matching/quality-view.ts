import type { Week } from "./week-rules";

/** How many of how many; the rate is null while there are too few to say. */
export type Share = { count: number; of: number; rate: number | null };

/** What people made of the market's lists, of one week or of all of them together. */
export type QualityFigures = {
  /** Pairs first shown to a side, and of them the answered ones. */
  answered: Share;
  /** Of the answered ones among the first five places, those with interest. */
  interestedInFive: Share;
  /** Of the judged ones among the first five places, those of level 3 and above. */
  strongInFive: Share;
  /** Requests for an introduction whose clock has ended or that were answered: those answered in time. */
  repliedInTime: Share;
  /** Judged pairs that the ranker had estimated: those of level 2 and above. */
  related: Share;
  /** Mean estimate of the same pairs, 0 to 1. */
  estimated: number | null;
};

export type WeekFigures = Week & {
  figures: QualityFigures;
  /** Versions of the ranker that were shown, the most frequent first. */
  versions: { version: string; shown: number }[];
};

/** One bin of estimates against what people said. */
export type CalibrationRow = {
  from: number;
  to: number;
  estimated: number | null;
  judged: Share;
  /** The same from answers of the two sides, as far as they say something of relevance. */
  answered: Share;
};

export type RankerFigures = {
  version: string;
  /** By name; 0 to 1. */
  figures: Record<string, number>;
  /** The set of judged pairs on which they were reached. */
  measuredOn: { zh: string; en: string };
};

export type MatchingQuality = {
  asOf: string;
  minimum: number;
  currentVersion: string;
  overall: QualityFigures;
  weeks: WeekFigures[];
  calibration: CalibrationRow[];
  rankers: RankerFigures[];
};
