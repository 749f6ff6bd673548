import type { DbOrTx } from "~/platform/db.server";
import { type RoomArea, seesArea } from "./deal-role-rules";

/**
 * People who are in a room now: accepted, not left, and, where they came for a side, still members of
 * that organisation. With `area`, only those to whom this part of the room is open.
 */
export async function listDealUserIds(
  db: DbOrTx,
  dealId: string,
  area: RoomArea | null = null,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ userId: string; role: string; areas: string[] }[]>`
    SELECT one."userId", one.role, one.areas FROM "DealParticipant" one
    JOIN "User" person ON person.id = one."userId" AND person."deactivatedAt" IS NULL
    WHERE one."dealId" = ${dealId}::uuid AND one."joinedAt" IS NOT NULL AND one."leftAt" IS NULL
      AND (one.role NOT IN ('SUPPLY', 'DEMAND') OR EXISTS (
        SELECT 1 FROM "Membership" part
        WHERE part."userId" = one."userId" AND part."organisationId" = one."organisationId"
          AND part."endedAt" IS NULL))
    ORDER BY one."userId"`;
  return rows
    .filter(({ role, areas }) => area === null || seesArea(role, areas, area))
    .map(({ userId }) => userId);
}
