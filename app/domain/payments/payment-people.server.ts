import { listAdminIds } from "~/domain/notifications/recipients-queries.server";
import type { DbOrTx } from "~/platform/db.server";

/** Who handles an organisation's money; its owners and administrators when nobody has that scope. */
export async function listPayerIds(db: DbOrTx, organisationId: string): Promise<string[]> {
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
  if (members.length === 0) return listAdminIds(db, organisationId);
  return members.map(({ userId }) => userId);
}
