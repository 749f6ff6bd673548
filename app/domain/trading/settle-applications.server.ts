import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { lotApplicationConduct } from "./lot-application-conduct.server";
import { lotConduct } from "./lot-conduct.server";
import { type LotRow, loadLots } from "./lot-rows.server";
import { readLotTerms } from "./lot-terms-schema";

const ARRIVING = new Set(["STARTED", "PROOF_GIVEN", "RECEIVED", "PAID"]);

/** Somebody still waits for the market, or for money that is on its way. */
async function isWaiting(tx: Tx, lot: LotRow): Promise<boolean> {
  const open = lot.applications.filter(
    (one) => one.state === "SUBMITTED" || one.state === "QUALIFIED",
  );
  for (const one of open) {
    if (one.state === "SUBMITTED") return true;
    const isLate = one.decidedAt && lot.applicationsEndAt && one.decidedAt > lot.applicationsEndAt;
    if (isLate) return true;
    if (!one.depositPaymentId) return true;
    const payment = await tx.payment.findUnique({
      where: { id: one.depositPaymentId },
      select: { state: true },
    });
    if (payment && ARRIVING.has(payment.state)) return true;
  }
  return false;
}

/**
 * The end of applications, inside the transaction that has locked the lot: whoever was not admitted
 * is left out; nobody admitted extends or fails, one leads to a negotiation, several bid. What the
 * market has not decided yet, or money on its way, puts it off until bidding is to start.
 */
export async function settleApplications(
  tx: Tx,
  lot: LotRow,
  actor: Actor,
  now: Date,
): Promise<void> {
  const isLast = lot.biddingStartsAt !== null && lot.biddingStartsAt <= now;
  if (!isLast && (await isWaiting(tx, lot))) return;
  for (const one of lot.applications) {
    if (one.state !== "SUBMITTED" && one.state !== "QUALIFIED") continue;
    const note =
      one.state === "SUBMITTED" ? "报名结束前未完成资格审核" : "保证金未在规定时间内到账";
    await advance(tx, lotApplicationConduct, one.id, "exclude", actor, { note });
  }
  const [settled] = await loadLots(tx, [lot.id]);
  const admitted = (settled?.applications ?? []).filter((one) => one.state === "ADMITTED");
  // Related parties do not bid; one that is alone may negotiate, with the relation public.
  const bidders = admitted.filter((one) => !one.isRelated);
  const [only] = bidders.length > 0 ? bidders : admitted;
  if (bidders.length >= 2) await advance(tx, lotConduct, lot.id, "startBidding", actor);
  else if (only && (bidders.length === 1 || admitted.length === 1)) {
    await advance(tx, lotConduct, lot.id, "negotiate", actor, { applicationId: only.id });
  } else {
    const { plan } = readLotTerms(lot.conditions);
    const hasMore = lot.extensionCount < plan.extensionsMax;
    await advance(tx, lotConduct, lot.id, hasMore ? "extend" : "failWithoutBuyer", actor);
  }
}
