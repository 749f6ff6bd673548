import type { Db } from "~/platform/db.server";
import { RELATED_ANSWER, UNRELATED_ANSWER, UNRELATED_REASON } from "./answer-relevance-rules";
import { CALIBRATION_BINS } from "./judgement-sample-rules";
import { shareOf } from "./quality-rules";
import type { CalibrationRow } from "./quality-view";
import { NEWEST_IN_FIELDS } from "./suggestion-rules";

type Row = { source: "judged" | "answered"; bin: number; count: number; of: number; sum: number };

/**
 * Estimated chances of being related, in five bins, against what people said: judges (level 2 and above),
 * and the two sides as far as an answer says something of relevance. The estimate is the one that stood
 * when the judge spoke, or when the pair was last shown to the side before its answer.
 */
export async function readCalibration(
  db: Db,
  since: Date,
  minimum: number,
): Promise<CalibrationRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH said AS (
      SELECT 'judged' AS source, (shown ->> 'related')::float8 AS related, level >= 2 AS "isTrue"
      FROM "MatchJudgement"
      WHERE "updatedAt" >= ${since} AND jsonb_typeof(shown -> 'related') = 'number'
      UNION ALL
      SELECT 'answered', last.related, last.answer = ${RELATED_ANSWER} FROM (
        SELECT DISTINCT ON (answer.id) answer.answer, showing.related
        FROM "MatchShowing" showing
        JOIN "MatchAnswer" answer ON answer."needId" = showing."needId"
          AND answer."achievementId" = showing."achievementId"
          AND answer."organisationId" = showing."organisationId"
          AND answer."createdAt" >= showing."shownAt"
        WHERE showing."shownAt" >= ${since} AND showing."rankerVersion" <> ${NEWEST_IN_FIELDS}
          AND (answer.answer = ${RELATED_ANSWER}
            OR (answer.answer = ${UNRELATED_ANSWER} AND answer."declineCode" = ${UNRELATED_REASON}))
        ORDER BY answer.id, showing."shownAt" DESC) last
    )
    SELECT source, least(floor(related * ${CALIBRATION_BINS}::int), ${CALIBRATION_BINS - 1}::int)::int AS bin,
      (count(*) FILTER (WHERE "isTrue"))::int AS count, count(*)::int AS "of", sum(related) AS sum
    FROM said GROUP BY 1, 2`;
  return Array.from({ length: CALIBRATION_BINS }, (_, bin) => {
    const find = (source: Row["source"]) =>
      rows.find((row) => row.source === source && row.bin === bin) ?? { count: 0, of: 0, sum: 0 };
    const judged = find("judged");
    const answered = find("answered");
    const all = judged.of + answered.of;
    return {
      from: bin / CALIBRATION_BINS,
      to: (bin + 1) / CALIBRATION_BINS,
      estimated: all > 0 ? (judged.sum + answered.sum) / all : null,
      judged: shareOf(judged.count, judged.of, minimum),
      answered: shareOf(answered.count, answered.of, minimum),
    };
  });
}
