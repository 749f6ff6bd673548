import type { DbOrTx } from "~/platform/db.server";

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
