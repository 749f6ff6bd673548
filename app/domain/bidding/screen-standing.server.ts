import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { DbOrTx } from "~/platform/db.server";

/** Number of the last event of each of these runs; runs that do not exist are missing. */
export async function findStandings(
  db: DbOrTx,
  auctionIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.auction.findMany({
    where: { id: { in: [...auctionIds] } },
    select: { id: true, lastSequence: true },
  });
  return new Map(rows.map((row) => [row.id, row.lastSequence]));
}

/** Organisations for which a person may bid. */
export function biddingOrganisations(actor: UserActor): string[] {
  return actor.memberships
    .map((one) => one.organisationId)
    .filter((organisationId) => can(actor, "bid.place", { organisationId }));
}

/** Whether a person may bid in a run, for any organisation. */
export async function isBidder(db: DbOrTx, auctionId: string, actor: UserActor): Promise<boolean> {
  const organisationId = { in: biddingOrganisations(actor) };
  return (await db.auctionBidder.count({ where: { auctionId, organisationId } })) > 0;
}
