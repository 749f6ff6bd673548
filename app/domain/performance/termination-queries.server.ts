import type { DealSide } from "~/domain/deals/deal-role-rules";
import type { DbOrTx } from "~/platform/db.server";

export type OpenTermination = {
  id: string;
  side: DealSide;
  reason: string;
  note: string;
  createdAt: Date;
  byName: string | null;
};

/** The proposal to end a contract early that waits for the other side, if there is one. */
export async function findOpenTermination(
  db: DbOrTx,
  contractId: string,
): Promise<OpenTermination | null> {
  const row = await db.contractTermination.findFirst({ where: { contractId, outcome: null } });
  if (!row) return null;
  const by = await db.user.findUnique({
    where: { id: row.proposedById },
    select: { name: true },
  });
  return {
    id: row.id,
    side: row.proposedBySide as DealSide,
    reason: row.reason,
    note: row.note,
    createdAt: row.createdAt,
    byName: by?.name ?? null,
  };
}
