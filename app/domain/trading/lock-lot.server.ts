import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { type LotRow, loadLots } from "./lot-rows.server";

/** Locks a lot and reads it. Applications and payments are locked after it, never before. */
export async function lockLot(tx: Tx, lotId: string): Promise<LotRow> {
  if (!isId(lotId)) return assertFound<LotRow>(null);
  await tx.$queryRaw`SELECT id FROM "Lot" WHERE id = ${lotId}::uuid FOR UPDATE`;
  const [lot] = await loadLots(tx, [lotId]);
  return assertFound(lot);
}
