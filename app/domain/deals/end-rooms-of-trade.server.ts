import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockDeal } from "./deal-access.server";
import { dealConduct } from "./deal-conduct.server";
import type { TradeCase, TradeMatter } from "./trade-matter-queries.server";

/** Rooms whose contract is not signed yet. */
const UNSIGNED = ["OPEN", "PAUSED", "DISPUTED", "AGREED"];
const ENDED_LOTS = ["FAILED", "WITHDRAWN", "DEFAULTED", "VOID"];
const ENDED_TENDERS = ["FAILED", "CANCELLED"];

/**
 * Closes the rooms of a lot or tender that no longer has, or now has others as, its two sides: nothing
 * can be signed there any more, and the next buyer or winner gets a room of its own. A suspended trade
 * leaves its room as it is, and what both have signed stays.
 * @param matter the two sides that the trade has now; null while it has none
 */
export async function endRoomsOfTrade(
  tx: Tx,
  trade: TradeCase,
  matter: TradeMatter | null,
  actor: Actor,
): Promise<void> {
  if (trade.caseType !== "LOT" && trade.caseType !== "TENDER") return;
  if (!matter && !(await isOver(tx, trade))) return;
  const link = trade.caseType === "LOT" ? { lotId: trade.id } : { tenderId: trade.id };
  const found = await tx.deal.findMany({
    where: { ...link, state: { in: UNSIGNED } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of found) {
    await lockDeal(tx, id);
    const room = await tx.deal.findUniqueOrThrow({ where: { id } });
    const isTheirs =
      room.supplyOrganisationId === matter?.supplyOrganisationId &&
      room.demandOrganisationId === matter.demandOrganisationId;
    if (!isTheirs && UNSIGNED.includes(room.state)) {
      await advance(tx, dealConduct, id, "endTrade", actor);
    }
  }
}

/** Whether the trade has ended without a result, or its award was taken back. */
async function isOver(db: DbOrTx, { caseType, id }: TradeCase): Promise<boolean> {
  if (caseType === "LOT") {
    const lot = await db.lot.findUnique({ where: { id }, select: { state: true } });
    return lot !== null && ENDED_LOTS.includes(lot.state);
  }
  const tender = await db.tender.findUnique({
    where: { id },
    select: { state: true, awardedBidId: true },
  });
  return tender !== null && (!tender.awardedBidId || ENDED_TENDERS.includes(tender.state));
}
