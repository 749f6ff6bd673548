import type { DbOrTx } from "~/platform/db.server";

/**
 * Who answers for a project: its presenter, else who handed it in, while still a member of its
 * organisation. Nobody where both have left: then the organisation's publishers see it all the same.
 */
export async function ownersOf(
  db: DbOrTx,
  projectIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ projectId: string; userId: string }[]>`
    SELECT DISTINCT ON (p.id) p.id AS "projectId", who.id AS "userId"
    FROM "RoadshowProject" p
    CROSS JOIN LATERAL (VALUES (p."presenterUserId", 1), (p."createdById", 2)) who(id, rank)
    JOIN "Membership" m ON m."userId" = who.id AND m."organisationId" = p."organisationId"
      AND m."endedAt" IS NULL
    JOIN "User" u ON u.id = who.id AND u."deactivatedAt" IS NULL
    WHERE p.id = ANY(${[...projectIds]}::uuid[])
    ORDER BY p.id, who.rank`;
  return new Map(rows.map((row) => [row.projectId, row.userId]));
}
