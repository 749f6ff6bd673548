import type { Db } from "~/platform/db.server";
import { RELATED_ANSWER } from "./answer-relevance-rules";
import { TOP_PLACES, type WeekCounts } from "./quality-rules";
import { NEWEST_IN_FIELDS } from "./suggestion-rules";

/** Some of a week's counts, by the Monday (YYYY-MM-DD) of the market's time zone. */
type Row<K extends keyof WeekCounts> = { monday: string } & Pick<WeekCounts, K>;

/**
 * Pairs by the week in which they were first shown to a side, and what that side answered since. A pair
 * that was shown before `since` belongs to an earlier week; one that was answered before it was first
 * shown tells nothing. Showings to brokers ask for no answer; lists
 * that no ranker made (newest in the declared fields) do not count.
 */
export function countAnswers(db: Db, since: Date) {
  return db.$queryRaw<Row<"shown" | "answered" | "answeredInFive" | "interestedInFive">[]>`
    WITH firsts AS (
      SELECT "needId", "achievementId", "organisationId", min("shownAt") AS at,
        min("shownAt") FILTER (WHERE position <= ${TOP_PLACES}) AS "topAt"
      FROM "MatchShowing"
      WHERE "shownAt" >= ${since} AND "organisationId" IS NOT NULL
        AND "rankerVersion" <> ${NEWEST_IN_FIELDS}
      GROUP BY "needId", "achievementId", "organisationId"
    ), pairs AS (
      SELECT first.at, first."topAt", answer.answer, answer."createdAt" AS "answeredAt"
      FROM firsts first
      LEFT JOIN "MatchAnswer" answer ON answer."needId" = first."needId"
        AND answer."achievementId" = first."achievementId"
        AND answer."organisationId" = first."organisationId"
      WHERE (answer.id IS NULL OR answer."createdAt" >= first.at)
        AND NOT EXISTS (
          SELECT 1 FROM "MatchShowing" earlier
          WHERE earlier."needId" = first."needId" AND earlier."shownAt" < ${since}
            AND earlier."achievementId" = first."achievementId"
            AND earlier."organisationId" = first."organisationId")
    ), marks AS (
      SELECT at, 1 AS shown, (answer IS NOT NULL)::int AS answered, 0 AS "inFive", 0 AS interested
      FROM pairs
      UNION ALL
      SELECT "topAt", 0, 0, 1, (answer = ${RELATED_ANSWER})::int
      FROM pairs WHERE "answeredAt" >= "topAt"
    )
    SELECT to_char(date_trunc('week', at AT TIME ZONE 'Asia/Shanghai'), 'YYYY-MM-DD') AS monday,
      sum(shown)::int AS shown, sum(answered)::int AS answered,
      sum("inFive")::int AS "answeredInFive", sum(interested)::int AS "interestedInFive"
    FROM marks GROUP BY 1`;
}

/**
 * Pairs by the week in which they first stood among the first five places of anybody's list, as far as
 * they were judged. Several judgements of a pair count as their median, the lower one of two.
 */
export function countJudgedPlaces(db: Db, since: Date) {
  return db.$queryRaw<Row<"judgedInFive" | "strongInFive">[]>`
    WITH tops AS (
      SELECT "needId", "achievementId", min("shownAt") AS at
      FROM "MatchShowing" WHERE "shownAt" >= ${since} AND position <= ${TOP_PLACES}
        AND "rankerVersion" <> ${NEWEST_IN_FIELDS}
      GROUP BY "needId", "achievementId"
    ), judged AS (
      SELECT top.at,
        percentile_disc(0.5) WITHIN GROUP (ORDER BY judgement.level) AS level
      FROM tops top
      JOIN "MatchJudgement" judgement ON judgement."needId" = top."needId"
        AND judgement."achievementId" = top."achievementId"
      WHERE NOT EXISTS (
        SELECT 1 FROM "MatchShowing" earlier
        WHERE earlier."needId" = top."needId" AND earlier."achievementId" = top."achievementId"
          AND earlier."shownAt" < ${since} AND earlier.position <= ${TOP_PLACES})
      GROUP BY top."needId", top."achievementId", top.at
    )
    SELECT to_char(date_trunc('week', at AT TIME ZONE 'Asia/Shanghai'), 'YYYY-MM-DD') AS monday,
      count(*)::int AS "judgedInFive", (count(*) FILTER (WHERE level >= 3))::int AS "strongInFive"
    FROM judged GROUP BY 1`;
}

/**
 * Requests for an introduction by the week in which they were made: of those that were answered or whose
 * clock has ended, the ones answered before it did. Withdrawn ones and those still waiting are left out.
 */
export function countReplies(db: Db, since: Date, now: Date) {
  return db.$queryRaw<Row<"concluded" | "repliedInTime">[]>`
    SELECT to_char(date_trunc('week', "createdAt" AT TIME ZONE 'Asia/Shanghai'), 'YYYY-MM-DD')
        AS monday,
      count(*)::int AS concluded,
      (count(*) FILTER (WHERE state IN ('ACCEPTED', 'DECLINED')
        AND ("replyDueAt" IS NULL OR "answeredAt" <= "replyDueAt")))::int AS "repliedInTime"
    FROM "Introduction"
    WHERE "createdAt" >= ${since}
      AND (state IN ('ACCEPTED', 'DECLINED', 'LAPSED')
        OR (state = 'REQUESTED' AND "replyDueAt" < ${now}))
    GROUP BY 1`;
}

/** Judgements by the week in which they were last changed, against what the ranker had estimated. */
export function countEstimates(db: Db, since: Date) {
  return db.$queryRaw<Row<"estimates" | "related" | "estimatedSum">[]>`
    SELECT to_char(date_trunc('week', "updatedAt" AT TIME ZONE 'Asia/Shanghai'), 'YYYY-MM-DD')
        AS monday,
      count(*)::int AS estimates, (count(*) FILTER (WHERE level >= 2))::int AS related,
      sum((shown ->> 'related')::float8) AS "estimatedSum"
    FROM "MatchJudgement"
    WHERE "updatedAt" >= ${since} AND jsonb_typeof(shown -> 'related') = 'number'
    GROUP BY 1`;
}

/** Versions of the ranker whose places were shown in each week, the most frequent first. */
export function countVersions(db: Db, since: Date) {
  return db.$queryRaw<{ monday: string; version: string; shown: number }[]>`
    SELECT to_char(date_trunc('week', "shownAt" AT TIME ZONE 'Asia/Shanghai'), 'YYYY-MM-DD')
        AS monday,
      "rankerVersion" AS version, count(*)::int AS shown
    FROM "MatchShowing"
    WHERE "shownAt" >= ${since} AND "rankerVersion" <> ${NEWEST_IN_FIELDS}
    GROUP BY 1, 2 ORDER BY 3 DESC, 2`;
}
