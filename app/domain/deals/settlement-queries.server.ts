import type { DbOrTx } from "~/platform/db.server";
import type { DealSide } from "./deal-role-rules";

/** Event by which a side says that it wants to end the running dispute. */
export const SETTLE_OFFER = "settleOffered";

/**
 * Sides that have offered to settle since the running dispute began. The offers are events of the
 * conversation, which nobody can alter afterwards.
 */
export async function listSettleOffers(db: DbOrTx, dealId: string): Promise<Set<DealSide>> {
  const rows = await db.$queryRaw<{ side: string }[]>`
    SELECT DISTINCT event -> 'params' ->> 'side' AS side FROM "DealMessage"
    WHERE "dealId" = ${dealId}::uuid AND kind = 'EVENT' AND event ->> 'code' = ${SETTLE_OFFER}
      AND sequence > coalesce((
        SELECT max(sequence) FROM "DealMessage"
        WHERE "dealId" = ${dealId}::uuid AND kind = 'EVENT' AND event ->> 'code' = 'dispute'), 0)`;
  return new Set(
    rows.flatMap(({ side }) => (side === "SUPPLY" || side === "DEMAND" ? [side] : [])),
  );
}
