import type { DbOrTx } from "~/platform/db.server";

/** Purchases that were confirmed under the offer's present text and have no licence yet. */
export function countWaiting(db: DbOrTx, offerId: string): Promise<number> {
  return db.licencePurchase.count({ where: { offerId, state: { in: ["CONFIRMED", "PAID"] } } });
}
