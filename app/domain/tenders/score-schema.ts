export type ScoreEntry = {
  bidId: string;
  criterionId: string;
  /** Null: not scored yet. */
  hundredths: number | null;
  comment: string;
};

const FIELD = /^score-([0-9a-f-]{36})-([a-z0-9]{1,12})$/;
const MOST_COMMENT = 500;

export const scoreField = (bidId: string, criterionId: string) => `score-${bidId}-${criterionId}`;
export const commentField = (bidId: string, criterionId: string) =>
  `comment-${bidId}-${criterionId}`;

/** A score as typed, such as "87.5", in hundredths. */
export function hundredthsOf(text: string): number | null {
  const clean = text.trim();
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(clean.normalize("NFKC"))) return null;
  const [whole = "0", rest = ""] = clean.normalize("NFKC").split(".");
  return Number(whole) * 100 + Number(rest.padEnd(2, "0"));
}

export function scoreText(hundredths: number | null | undefined): string {
  if (hundredths === null || hundredths === undefined) return "";
  const rest = hundredths % 100;
  const whole = Math.trunc(hundredths / 100);
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, "0").replace(/0$/, "")}`;
}

/** The scores of a posted form; `bad` names the fields whose text is no score. */
export function readScores(fields: FormData): { entries: ScoreEntry[]; bad: string[] } {
  const entries: ScoreEntry[] = [];
  const bad: string[] = [];
  for (const [name, value] of fields) {
    const match = FIELD.exec(name);
    if (!match || typeof value !== "string") continue;
    const [, bidId = "", criterionId = ""] = match;
    const hundredths = value.trim() === "" ? null : hundredthsOf(value);
    if (value.trim() !== "" && hundredths === null) bad.push(name);
    const comment = fields.get(commentField(bidId, criterionId));
    const text = typeof comment === "string" ? comment.trim().slice(0, MOST_COMMENT) : "";
    entries.push({ bidId, criterionId, hundredths, comment: text });
  }
  return { entries, bad };
}
