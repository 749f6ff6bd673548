import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Db } from "~/platform/db.server";

export type StaleList = { kind: ListingKind; id: string };

/**
 * Published listings whose stored list is missing, or was made from another version of the listing or
 * by another ranker or model; needs first, at most `take`.
 */
export async function findStaleLists(db: Db, maker: string, take: number): Promise<StaleList[]> {
  const needs = await db.$queryRaw<{ id: string }[]>`
    SELECT row.id FROM "Need" AS row
    LEFT JOIN "MatchRefresh" AS made ON made."subjectKind" = 'need' AND made."subjectId" = row.id
    WHERE row.state = 'PUBLISHED' AND (made."subjectId" IS NULL
      OR made.version <> row."versionNumber" OR made."rankerVersion" <> ${maker})
    ORDER BY row.id LIMIT ${take}`;
  const left = take - needs.length;
  const achievements =
    left === 0
      ? []
      : await db.$queryRaw<{ id: string }[]>`
    SELECT row.id FROM "Achievement" AS row
    LEFT JOIN "MatchRefresh" AS made
      ON made."subjectKind" = 'achievement' AND made."subjectId" = row.id
    WHERE row.state = 'PUBLISHED' AND (made."subjectId" IS NULL
      OR made.version <> row."versionNumber" OR made."rankerVersion" <> ${maker})
    ORDER BY row.id LIMIT ${left}`;
  return [
    ...needs.map(({ id }) => ({ kind: "need" as const, id })),
    ...achievements.map(({ id }) => ({ kind: "achievement" as const, id })),
  ];
}

/** Listings that still have a stored list although they are not public any more; at most `take`. */
export async function findGoneLists(db: Db, take: number): Promise<StaleList[]> {
  return db.$queryRaw<StaleList[]>`
    SELECT made."subjectKind" AS kind, made."subjectId" AS id FROM "MatchRefresh" AS made
    WHERE NOT EXISTS (SELECT 1 FROM "Need" AS row
        WHERE made."subjectKind" = 'need' AND row.id = made."subjectId" AND row.state = 'PUBLISHED')
      AND NOT EXISTS (SELECT 1 FROM "Achievement" AS row
        WHERE made."subjectKind" = 'achievement' AND row.id = made."subjectId"
          AND row.state = 'PUBLISHED')
    LIMIT ${take}`;
}
