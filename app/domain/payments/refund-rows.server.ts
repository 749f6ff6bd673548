import type { Tx } from "~/platform/db.server";

/** A refund, its row locked until the transaction ends. */
export async function lockRefund(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Refund" WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.refund.findUnique({ where: { id } });
}
