import { findAcceptedTerms } from "~/domain/deals/term-sheet-queries.server";
import { systemActor } from "~/domain/identity/actor";
import { planContract } from "~/domain/performance/plan-contract.server";
import { followUpRoadshow } from "~/domain/roadshows/follow-up/follow-up-roadshow.server";
import type { JobPayloads } from "~/domain/shared/job-payloads";
import { runTenderDue } from "~/domain/tenders/run-tender-due.server";
import { noteLotContract } from "~/domain/trading/note-lot-contract.server";
import type { JobContext } from "../job-handler";

/** Brings to the trade that opened a deal room what became of it. */
export async function noteRoomOfTrade(
  { dealId, kind }: JobPayloads["trading.roomMoved"],
  { db }: JobContext,
): Promise<void> {
  const deal = await db.deal.findUnique({
    where: { id: dealId },
    select: { lotId: true, tenderId: true, roadshowLead: { select: { roadshowId: true } } },
  });
  if (deal?.tenderId) {
    // A tender looks for the signed contract of its award by itself.
    if (kind === "SIGNED") await runTenderDue(deal.tenderId, db);
    return;
  }
  if (deal?.roadshowLead) return followUpRoadshow(deal.roadshowLead.roadshowId, db);
  if (!deal?.lotId) return;
  const isSigned = kind === "SIGNED" || kind === "COMPLETED";
  const terms = isSigned ? await findAcceptedTerms(db, dealId) : null;
  const total = terms?.content.price.totalFen;
  const price = total ? { priceFen: BigInt(total) } : {};
  await noteLotContract({ dealId, kind, ...price }, systemActor("trading"), db);
  // The deposit is booked for the seller now: the plan of payments counts it.
  const contract = await db.contract.findFirst({
    where: { dealId, kind: "MAIN", state: "SIGNED" },
    select: { id: true },
  });
  if (contract) await planContract(contract.id, db);
}
