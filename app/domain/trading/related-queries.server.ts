import type { DbOrTx, Tx } from "~/platform/db.server";
import type { LotRow } from "./lot-rows.server";

type Sides = { lotId: string; sellerId: string; organisationId: string };

/** What the market has found about a relation of an applicant to the seller; a dismissed flag says nothing. */
export async function findRelation(
  db: DbOrTx,
  { lotId, sellerId, organisationId }: Sides,
): Promise<"OPEN" | "CONFIRMED" | null> {
  const flags = await db.tradeFlag.findMany({
    where: {
      kind: "RELATED_PARTY",
      caseType: "LOT",
      caseId: lotId,
      state: { in: ["OPEN", "CONFIRMED"] },
      organisationIds: { hasEvery: [sellerId, organisationId] },
    },
    select: { state: true },
  });
  if (flags.some((one) => one.state === "CONFIRMED")) return "CONFIRMED";
  return flags.length > 0 ? "OPEN" : null;
}

/** Whoever was found to be related counts as if it had declared it. */
export async function markRelated(tx: Tx, lot: LotRow): Promise<void> {
  for (const { id, organisationId, isRelated } of lot.applications) {
    if (isRelated) continue;
    const sides = { lotId: lot.id, sellerId: lot.organisationId, organisationId };
    if ((await findRelation(tx, sides)) !== "CONFIRMED") continue;
    await tx.lotApplication.update({ where: { id }, data: { isRelated: true } });
  }
}
