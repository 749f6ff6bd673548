import { lockDeal } from "~/domain/deals/deal-access.server";
import type { Tx } from "~/platform/db.server";

/** Locks the room, then the registration: everything that writes a registration begins with it. */
export async function lockRegistration(tx: Tx, row: { id: string; dealId: string }): Promise<void> {
  await lockDeal(tx, row.dealId);
  await tx.$queryRaw`SELECT id FROM "Registration" WHERE id = ${row.id}::uuid FOR UPDATE`;
}
