import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

/** 4 solves it, 3 strong, 2 related, 1 unrelated. */
export const LEVELS = [4, 3, 2, 1] as const;
export type Level = (typeof LEVELS)[number];

export const JUDGEMENT_REASON_MAX = 300;

/** A person's opinion of a pair. */
export const judgementSchema = z.object({
  needId: z.uuid("not_found"),
  achievementId: z.uuid("not_found"),
  level: z.enum(["1", "2", "3", "4"], "not_a_choice").transform((text) => Number(text) as Level),
  reason: z
    .string()
    .trim()
    .max(JUDGEMENT_REASON_MAX, errorCode("too_long", { max: JUDGEMENT_REASON_MAX }))
    .optional()
    .transform((value) => value ?? ""),
});

export type JudgementInput = z.output<typeof judgementSchema>;

/** One side of a pair as a judge reads it: the public text, never the owner. */
export type JudgedListing = {
  id: string;
  title: string;
  /** Beginning of the public text. */
  text: string;
  isCut: boolean;
  href: string;
};

export type PairToJudge = {
  need: JudgedListing;
  achievement: JudgedListing;
  /** The judge's own opinion, when there is one already. */
  judgement: { level: Level; reason: string; related: number | null } | null;
};

/** A judgement that the reader gave, with what the ranker had said. */
export type GivenJudgement = {
  id: string;
  needId: string;
  achievementId: string;
  needTitle: string;
  achievementTitle: string;
  level: Level;
  reason: string;
  /** Estimated chance of being related, 0 to 1; null where the ranker had said nothing. */
  related: number | null;
  rankerVersion: string | null;
  updatedAt: string;
};

export const JUDGEMENTS_PATH = "/desk/judgements";

/** The page on which a judge says what they think of one pair. */
export function judgeHref(pair: { needId: string; achievementId: string }): string {
  return `${JUDGEMENTS_PATH}?need=${pair.needId}&achievement=${pair.achievementId}`;
}
