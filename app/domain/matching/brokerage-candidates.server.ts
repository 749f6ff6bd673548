import { Prisma } from "#prisma/client/client";
import type { References } from "#search/indexes/listing-document";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { brokerageGroup, type Tried } from "./brokerage-rules";
import type { BrokerageFilters } from "./brokerage-view";

/** Pairs looked through: those with answers or introductions, and of the rest the likeliest. */
const TRIED_LOOKED_AT = 1_000;
const UNTRIED_LOOKED_AT = 500;
/** Places of a need's stored list that are worth a broker's look without any sign of interest. */
const PLACES = 5;
/** Below an even chance of being related, a broker's time is better spent elsewhere. */
const LEAST_RELATED = 0.5;

type Entry = {
  needId: string;
  achievementId: string;
  related: number;
  fit: number;
  rankerVersion: string;
  /** Place in the need's list, from 1, and what it was computed from. */
  rank: number;
  score: number;
  relevance: number;
  inputs: object;
};

export type Candidate = Entry &
  Omit<Tried, "introductions"> & {
    group: ReturnType<typeof brokerageGroup>;
    introductions: { state: string; createdAt: Date; answeredAt: Date | null }[];
  };

/**
 * Pairs of stored lists that stand in the market on both sides, belong to different organisations and to
 * none of the broker's own, with what has been tried. Every pair with an answer or an introduction, up to
 * a thousand, and the five hundred likeliest of the others.
 */
export async function brokerageCandidates(
  actor: UserActor,
  filters: BrokerageFilters,
  references: References,
  db: Db,
): Promise<{ candidates: Candidate[]; isCapped: boolean }> {
  const scope = conditions(actor, filters, references);
  const [tried, untried] = await Promise.all([
    filters.tried === "untried" ? [] : triedEntries(scope, db),
    filters.tried === "all" || filters.tried === "untried" ? untriedEntries(scope, db) : [],
  ]);
  const withHistory = await addTried(tried, db);
  const none = { answers: { need: null, achievement: null }, introductions: [] };
  return {
    candidates: [
      ...withHistory,
      ...untried.map((entry) => ({ ...entry, ...none, group: brokerageGroup(none) })),
    ],
    isCapped: tried.length >= TRIED_LOOKED_AT || untried.length >= UNTRIED_LOOKED_AT,
  };
}

/** What holds for every pair that is shown to this broker; entry, need and achievement are e, n and a. */
function conditions(
  actor: UserActor,
  { field, region }: BrokerageFilters,
  references: References,
): Prisma.Sql {
  const now = clock.now();
  const own = actor.memberships.map((one) => one.organisationId);
  const codes = field === null ? [] : references.withDescendants("fields", field);
  const province = region === null ? "" : `${region.slice(0, 2)}%`;
  return Prisma.sql`
    e."subjectKind" = 'need'
    AND n.state = 'PUBLISHED' AND (n."expiresAt" IS NULL OR n."expiresAt" > ${now})
    AND a.state = 'PUBLISHED' AND (a."expiresAt" IS NULL OR a."expiresAt" > ${now})
    AND n."organisationId" <> a."organisationId"
    AND n."organisationId" <> ALL(${own}::uuid[]) AND a."organisationId" <> ALL(${own}::uuid[])
    ${field === null ? Prisma.empty : Prisma.sql`AND (n."fieldCodes" && ${codes}::text[] OR a."fieldCodes" && ${codes}::text[])`}
    ${region === null ? Prisma.empty : Prisma.sql`AND (n."regionCode" LIKE ${province} OR a."regionCode" LIKE ${province})`}`;
}

const COLUMNS = Prisma.sql`
  e."subjectId"::text AS "needId", e."otherId"::text AS "achievementId",
  e.related, e.fit, e."rankerVersion", e.rank::int, e.score, e.relevance, e.inputs`;

function triedEntries(scope: Prisma.Sql, db: Db): Promise<Entry[]> {
  return db.$queryRaw<Entry[]>`
    WITH tried AS (
      SELECT "needId", "achievementId", max("updatedAt") AS at FROM "MatchAnswer" GROUP BY 1, 2
      UNION ALL
      SELECT "needId", "achievementId", max("createdAt") FROM "Introduction"
      WHERE "needId" IS NOT NULL AND "achievementId" IS NOT NULL GROUP BY 1, 2
    ), single AS (
      SELECT "needId", "achievementId", max(at) AS at FROM tried GROUP BY 1, 2
    )
    SELECT ${COLUMNS}
    FROM single
    JOIN "MatchEntry" e ON e."subjectId" = single."needId" AND e."otherId" = single."achievementId"
    JOIN "Need" n ON n.id = e."subjectId"
    JOIN "Achievement" a ON a.id = e."otherId"
    WHERE ${scope}
    ORDER BY single.at DESC LIMIT ${TRIED_LOOKED_AT}`;
}

function untriedEntries(scope: Prisma.Sql, db: Db): Promise<Entry[]> {
  return db.$queryRaw<Entry[]>`
    SELECT ${COLUMNS}
    FROM "MatchEntry" e
    JOIN "Need" n ON n.id = e."subjectId"
    JOIN "Achievement" a ON a.id = e."otherId"
    WHERE ${scope} AND e.rank <= ${PLACES} AND e.related >= ${LEAST_RELATED}
      AND NOT EXISTS (SELECT 1 FROM "MatchAnswer" x
        WHERE x."needId" = e."subjectId" AND x."achievementId" = e."otherId")
      AND NOT EXISTS (SELECT 1 FROM "Introduction" x
        WHERE x."needId" = e."subjectId" AND x."achievementId" = e."otherId")
    ORDER BY e.related * e.fit DESC, e."subjectId", e."otherId" LIMIT ${UNTRIED_LOOKED_AT}`;
}

async function addTried(entries: readonly Entry[], db: Db): Promise<Candidate[]> {
  if (entries.length === 0) return [];
  const where = {
    needId: { in: [...new Set(entries.map((one) => one.needId))] },
    achievementId: { in: [...new Set(entries.map((one) => one.achievementId))] },
  };
  const [answers, introductions] = await Promise.all([
    db.matchAnswer.findMany({
      where,
      select: { needId: true, achievementId: true, side: true, answer: true },
    }),
    db.introduction.findMany({
      where,
      orderBy: { createdAt: "desc" },
      select: {
        needId: true,
        achievementId: true,
        state: true,
        createdAt: true,
        answeredAt: true,
      },
    }),
  ]);
  return entries.map((entry) => {
    const isPair = (row: { needId: string | null; achievementId: string | null }) =>
      row.needId === entry.needId && row.achievementId === entry.achievementId;
    const given = answers.filter(isPair);
    const answerOf = (side: string) => {
      const row = given.find((one) => one.side === side);
      return row ? { answer: row.answer } : null;
    };
    const tried = {
      answers: { need: answerOf("DEMAND"), achievement: answerOf("SUPPLY") },
      introductions: introductions
        .filter(isPair)
        .map(({ state, createdAt, answeredAt }) => ({ state, createdAt, answeredAt })),
    };
    return { ...entry, ...tried, group: brokerageGroup(tried) };
  });
}
