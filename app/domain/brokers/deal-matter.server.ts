import { assertFound } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import type { DealMatter } from "./matter-queries.server";

/**
 * Locks the row of a room (the same lock that every write in the room begins with) and reads what
 * it is about. Shares of a deal are counted and given under this lock only.
 * @throws DomainError "not_found" (404)
 */
export async function lockDealMatter(tx: Tx, dealId: string): Promise<DealMatter> {
  await tx.$queryRaw`SELECT id FROM "Deal" WHERE id = ${dealId}::uuid FOR UPDATE`;
  const deal = await tx.deal.findUnique({
    where: { id: dealId },
    select: {
      supplyOrganisationId: true,
      demandOrganisationId: true,
      achievementId: true,
      needId: true,
    },
  });
  return assertFound(deal);
}
