import type { DbOrTx } from "~/platform/db.server";
import type { RoomArea } from "./deal-role-rules";

/**
 * People who are in a room now: accepted, not left, and, where they came for a side, still members of
 * that organisation. With `area`, only those to whom this part of the room is open.
 */
export async function listDealUserIds(
  db: DbOrTx,
  dealId: string,
  area: RoomArea | null = null,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ userId: string; role: string }[]>`
    SELECT one."userId", one.role FROM "DealParticipant" one
    JOIN "User" person ON person.id = one."userId" AND person."deactivatedAt" IS NULL
    WHERE one."dealId" = ${dealId}::uuid AND one."joinedAt" IS NOT NULL AND one."leftAt" IS NULL
      AND (one.role NOT IN ('SUPPLY', 'DEMAND') OR EXISTS (
        SELECT 1 FROM "Membership" part
        WHERE part."userId" = one."userId" AND part."organisationId" = one."organisationId"
          AND part."endedAt" IS NULL))
    ORDER BY one."userId"`;
  return rows
    .filter(({ role }) => area === null || !["LAWYER", "EVALUATOR"].includes(role))
    .map(({ userId }) => userId);
}
