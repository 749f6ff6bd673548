import type { Tx } from "~/platform/db.server";
import type { LotRow } from "./lot-rows.server";
import { findRelation } from "./related-queries.server";

/** Whoever was found to be related counts as if it had declared it. */
export async function markRelated(tx: Tx, lot: LotRow): Promise<void> {
  for (const { id, organisationId, isRelated } of lot.applications) {
    if (isRelated) continue;
    const sides = { lotId: lot.id, sellerId: lot.organisationId, organisationId };
    if ((await findRelation(tx, sides)) !== "CONFIRMED") continue;
    await tx.lotApplication.update({ where: { id }, data: { isRelated: true } });
  }
}
