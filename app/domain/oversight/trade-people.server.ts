import type { DbOrTx } from "~/platform/db.server";

/** Members who act for an organisation in trades: those who bid or sign for it, and its administrators. */
export async function listTraderIds(db: DbOrTx, organisationId: string): Promise<string[]> {
  const members = await db.membership.findMany({
    where: {
      organisationId,
      endedAt: null,
      user: { deactivatedAt: null },
      OR: [{ role: { in: ["OWNER", "ADMIN"] } }, { scopes: { hasSome: ["BID", "SIGN"] } }],
    },
    orderBy: { userId: "asc" },
    select: { userId: true },
  });
  return members.map(({ userId }) => userId);
}
