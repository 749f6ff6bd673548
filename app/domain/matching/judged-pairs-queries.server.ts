import type { PairInputs } from "#search/match/types";
import type { DbOrTx } from "~/platform/db.server";
import { levelOfAnswer } from "./answer-relevance-rules";
import { readInputs } from "./pair-inputs-rules";
import { NEWEST_IN_FIELDS } from "./suggestion-rules";

export type JudgedPair = { needId: string; level: number; inputs: PairInputs };

export type JudgedPairs = {
  pairs: JudgedPair[];
  /** What the pairs rest on. */
  judgements: number;
  answers: number;
  /** Judged or answered pairs whose inputs were not stored. */
  withoutInputs: number;
};

type Found = { needId: string; achievementId: string; level: number; inputs: unknown };

/** Newest opinions that a comparison looks at: a few seconds' work. */
const MAX_PAIRS = 50_000;

/**
 * Every pair that people said something about, with the inputs that were stored with it: the median
 * judgement (the lower of two), else the lowest level that the sides' answers prove.
 */
export async function readJudgedPairs(db: DbOrTx): Promise<JudgedPairs> {
  const [judged, answered] = await Promise.all([
    db.$queryRaw<(Found & { count: number })[]>`
      SELECT "needId"::text, "achievementId"::text, count(*)::int AS count,
        percentile_disc(0.5) WITHIN GROUP (ORDER BY level)::int AS level,
        (array_agg(shown -> 'inputs' ORDER BY "createdAt" DESC)
          FILTER (WHERE shown ? 'inputs'))[1] AS inputs
      FROM "MatchJudgement" GROUP BY "needId", "achievementId"
      ORDER BY max("updatedAt") DESC LIMIT ${MAX_PAIRS}`,
    db.$queryRaw<(Omit<Found, "level"> & { answer: string; declineCode: string | null })[]>`
      SELECT answer."needId"::text, answer."achievementId"::text, answer.answer,
        answer."declineCode", coalesce(last.inputs, answer.shown -> 'inputs') AS inputs
      FROM "MatchAnswer" answer
      LEFT JOIN LATERAL (
        SELECT showing.inputs FROM "MatchShowing" showing
        WHERE showing."needId" = answer."needId"
          AND showing."achievementId" = answer."achievementId"
          AND showing."shownAt" <= answer."updatedAt"
          AND showing."rankerVersion" <> ${NEWEST_IN_FIELDS}
        ORDER BY showing."shownAt" DESC LIMIT 1) last ON true
      ORDER BY answer."updatedAt" DESC LIMIT ${MAX_PAIRS}`,
  ]);
  const pairs = new Map<string, Found>(judged.map((row) => [keyOf(row), row]));
  const judgedKeys = new Set(pairs.keys());
  let answers = 0;
  for (const row of answered) {
    const level = levelOfAnswer(row.answer, row.declineCode);
    if (level === null || judgedKeys.has(keyOf(row))) continue;
    answers += 1;
    // Of two sides, the one that calls the pair unrelated is the careful one.
    const other = pairs.get(keyOf(row));
    pairs.set(keyOf(row), { ...row, level: Math.min(level, other?.level ?? level) });
  }
  const complete = [...pairs.values()].flatMap(({ needId, level, inputs }) => {
    const read = readInputs(inputs);
    return read ? [{ needId, level, inputs: read }] : [];
  });
  return {
    pairs: complete,
    judgements: judged.reduce((sum, row) => sum + row.count, 0),
    answers,
    withoutInputs: pairs.size - complete.length,
  };
}

const keyOf = (row: { needId: string; achievementId: string }) =>
  `${row.needId}:${row.achievementId}`;
