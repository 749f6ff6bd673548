import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { calendarDate, clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { pairHref } from "./match-href";
import { QUALITY_WEEKS } from "./quality-rules";
import type { Surprise } from "./surprise-view";
import { lastWeeks, startOfDate } from "./week-rules";

const SHOWN = 10;
/** Nearer than this, estimate and judgement do not contradict each other. */
const LEAST_DISTANCE = 0.5;

type Row = Omit<Surprise, "href"> & { needId: string; achievementId: string };

/**
 * Judgements of the last weeks that the ranker was most wrong about, with the judges' reasons: where to
 * look when it is to be improved.
 * @throws DomainError "forbidden" (403)
 */
export async function listSurprises(actor: Actor, db: Db): Promise<Surprise[]> {
  assertCan(actor, "match.operate");
  const [first] = lastWeeks(calendarDate(clock.now()), QUALITY_WEEKS);
  const since = startOfDate(first?.monday ?? "1970-01-01");
  const rows = await db.$queryRaw<Row[]>`
    SELECT judged.id::text, judged."needId"::text, judged."achievementId"::text,
      need.title AS "needTitle", achievement.title AS "achievementTitle",
      judged.level::int AS level, judged.reason, judged.related,
      judged.shown ->> 'rankerVersion' AS "rankerVersion"
    FROM (
      SELECT *, (shown ->> 'related')::float8 AS related,
        abs((shown ->> 'related')::float8 - (level >= 2)::int) AS distance
      FROM "MatchJudgement"
      WHERE "updatedAt" >= ${since} AND jsonb_typeof(shown -> 'related') = 'number') judged
    JOIN "Need" need ON need.id = judged."needId"
    JOIN "Achievement" achievement ON achievement.id = judged."achievementId"
    WHERE judged.distance > ${LEAST_DISTANCE}
    ORDER BY judged.distance DESC, judged."updatedAt" DESC LIMIT ${SHOWN}`;
  return rows.map(({ needId, achievementId, ...row }) => ({
    ...row,
    href: pairHref(needId, achievementId),
  }));
}
