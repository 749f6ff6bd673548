import type { Tx } from "~/platform/db.server";
import { type Reserve, unsealReserve } from "./reserve-cipher.server";

/**
 * The secret reserve of a lot, for the engine that decides a run and for nobody else: what it
 * answers goes into no page, list, log, audit detail or message before the run has ended.
 * @returns null when the lot has none, or a public one
 */
export async function openReserve(tx: Tx, lotId: string): Promise<Reserve | null> {
  const lot = await tx.lot.findUnique({
    where: { id: lotId },
    select: { reserveEncrypted: true },
  });
  return lot?.reserveEncrypted ? unsealReserve(lot.reserveEncrypted, lotId) : null;
}
