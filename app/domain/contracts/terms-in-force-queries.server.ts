import { readTermSheet } from "~/domain/deals/term-sheet-queries.server";
import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import type { DbOrTx } from "~/platform/db.server";

/**
 * What is in force between the sides of a signed main contract: its own terms or those of the latest
 * signed supplement before the given one.
 */
export async function findTermsInForce(
  db: DbOrTx,
  mainContractId: string,
  before: { exceptId?: string } = {},
): Promise<TermSheetContent | null> {
  const rows = await db.contract.findMany({
    where: {
      OR: [{ id: mainContractId }, { parentId: mainContractId }],
      ...(before.exceptId ? { NOT: { id: before.exceptId } } : {}),
      state: { in: ["SIGNED", "COMPLETED"] },
    },
    orderBy: [{ signedAt: "desc" }, { id: "desc" }],
    take: 1,
    select: { termSheet: { select: { content: true } } },
  });
  const latest = rows[0];
  return latest ? readTermSheet(latest.termSheet.content) : null;
}
