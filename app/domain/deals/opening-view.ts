/** A pair that both sides answered with interest and that has no room yet. */
export type OpenablePair = {
  needId: string;
  achievementId: string;
  needTitle: string;
  achievementTitle: string;
  /** Where an introduction is asked for, when the other side keeps its name back. */
  introductionHref: string | null;
};
