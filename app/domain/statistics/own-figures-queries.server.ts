import type { Db } from "~/platform/db.server";

const DAY_MS = 86_400_000;

/** What the organisation's listings have brought, for the head of its desk. */
export async function readOwnFigures(db: Db, organisationId: string, now: Date) {
  const since = new Date(now.getTime() - 30 * DAY_MS);
  const [row] = await db.$queryRaw<
    { published: number; interest: number; views: number; introductions: number }[]
  >`
    WITH own AS (
      SELECT 'ACHIEVEMENT'::"ListingKind" AS kind, id, "interestCount" FROM "Achievement"
      WHERE "organisationId" = ${organisationId}::uuid AND state = 'PUBLISHED'
      UNION ALL
      SELECT 'NEED'::"ListingKind", id, "interestCount" FROM "Need"
      WHERE "organisationId" = ${organisationId}::uuid AND state = 'PUBLISHED'
    )
    SELECT count(*)::int AS published, coalesce(sum("interestCount"), 0)::int AS interest,
      (SELECT coalesce(sum(v.views), 0)::int FROM "ListingViewDay" v JOIN own o
        ON o.kind = v."listingKind" AND o.id = v."listingId" WHERE v.day >= ${since}::date) AS views,
      (SELECT count(*)::int FROM "Introduction" WHERE state = 'ACCEPTED' AND
        ("fromOrganisationId" = ${organisationId}::uuid OR "toOrganisationId" = ${organisationId}::uuid)
      ) AS introductions
    FROM own`;
  return row ?? { published: 0, interest: 0, views: 0, introductions: 0 };
}
