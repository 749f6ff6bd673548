/** What was stored of the ranker's opinion with a judgement, as far as it can be read. */
export type ShownOpinion = {
  /** Estimated chance of being related, 0 to 1; null where the ranker had said nothing. */
  related: number | null;
  rankerVersion: string | null;
};

export function readShown(shown: unknown): ShownOpinion {
  const values = typeof shown === "object" && shown !== null ? shown : {};
  const related = "related" in values ? values.related : null;
  const rankerVersion = "rankerVersion" in values ? values.rankerVersion : null;
  return {
    related: typeof related === "number" ? related : null,
    rankerVersion: typeof rankerVersion === "string" ? rankerVersion : null,
  };
}
