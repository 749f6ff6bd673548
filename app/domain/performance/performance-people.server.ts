import type { DealSide } from "~/domain/deals/deal-role-rules";
import type { DbOrTx } from "~/platform/db.server";

/** People who take part in a room for one side and are still members there. */
export async function listSideUserIds(
  db: DbOrTx,
  dealId: string,
  side: DealSide,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ userId: string }[]>`
    SELECT one."userId" FROM "DealParticipant" one
    JOIN "Membership" part ON part."userId" = one."userId"
      AND part."organisationId" = one."organisationId" AND part."endedAt" IS NULL
    WHERE one."dealId" = ${dealId}::uuid AND one.role = ${side} AND one."leftAt" IS NULL
    ORDER BY one."userId"`;
  return rows.map(({ userId }) => userId);
}

/** Members who handle an organisation's money. */
export async function listTreasurerIds(db: DbOrTx, organisationId: string): Promise<string[]> {
  const members = await db.membership.findMany({
    where: {
      organisationId,
      endedAt: null,
      scopes: { has: "MONEY" },
      user: { deactivatedAt: null },
    },
    orderBy: { userId: "asc" },
    select: { userId: true },
  });
  return members.map(({ userId }) => userId);
}
