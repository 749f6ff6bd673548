import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { notifyAwardDue } from "./notify-award-due.server";
import { awardConditions } from "./tender-award-conditions.server";
import { tenderConduct } from "./tender-conduct.server";
import type { TenderMove } from "./tender-procedure";
import { lockTender, type TenderRow } from "./tender-rows.server";
import { readRules } from "./tender-schema";

/** The move that the time asks for now, or null. */
function dueMove(tender: TenderRow, now: Date): TenderMove | null {
  const isOver = (date: Date | null) => date !== null && date <= now;
  if (tender.state === "ISSUED" && isOver(tender.bidsDueAt)) {
    const bids = tender.bids.filter((one) => one.state === "SUBMITTED").length;
    return bids >= readRules(tender.rules).bidsMinimum ? "beginOpening" : "failUnopened";
  }
  if (tender.state === "CANDIDATES" && isOver(tender.candidatesEndAt)) {
    const { objections, candidatesAt } = tender;
    const isOpen = objections.some(
      (one) =>
        one.outcome === null ||
        (one.outcome === "UPHELD" &&
          candidatesAt &&
          one.handledAt &&
          one.handledAt >= candidatesAt),
    );
    return isOpen ? null : "beginStandstill";
  }
  return null;
}

/**
 * Does what is due about a tender; early, late and repeated calls do nothing.
 * @returns the move made
 */
export async function runTenderDue(tenderId: string, db: DbOrTx): Promise<TenderMove | null> {
  const market = systemActor("tenders");
  return inTransaction(
    db,
    async (tx) => {
      const tender = await lockTender(tx, tenderId);
      const now = clock.now();
      const move = dueMove(tender, now);
      if (move) await advance(tx, tenderConduct, tender.id, move, market);
      if (tender.state === "STANDSTILL") await notifyAwardDue(tx, tender, now);
      if (tender.state === "AWARDED") {
        const context = { tx, actor: market, input: {}, now, subject: tender };
        const signed = await awardConditions["contract-signed"](context);
        if (signed.answer !== "MET") return null;
        await advance(tx, tenderConduct, tender.id, "contract", market);
        return "contract";
      }
      return move;
    },
    { timeoutMs: 60_000 },
  );
}
