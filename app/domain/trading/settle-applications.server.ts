import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { lotApplicationConduct } from "./lot-application-conduct.server";
import { lotConduct } from "./lot-conduct.server";
import { type LotRow, loadLots } from "./lot-rows.server";
import { readLotTerms } from "./lot-terms-schema";
import { markRelated } from "./mark-related.server";

const ARRIVING = new Set(["STARTED", "PROOF_GIVEN", "RECEIVED", "PAID"]);

/** Somebody still waits for the market, or for money that is on its way. */
async function isWaiting(tx: Tx, lot: LotRow): Promise<boolean> {
  for (const one of openOf(lot)) {
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

const openOf = (lot: LotRow) =>
  lot.applications.filter((one) => one.state === "SUBMITTED" || one.state === "QUALIFIED");

/** A deposit that came in time admits, also where the news of it came while the lot stood still. */
async function admitHeld(tx: Tx, lot: LotRow, actor: Actor): Promise<void> {
  for (const { id, state, depositPaymentId } of lot.applications) {
    if (state !== "QUALIFIED" || !depositPaymentId) continue;
    const payment = await tx.payment.findUnique({
      where: { id: depositPaymentId },
      select: { state: true, paidAt: true },
    });
    const isInTime = payment?.paidAt && lot.biddingStartsAt && payment.paidAt < lot.biddingStartsAt;
    if (payment?.state === "PAID" && isInTime) {
      await advance(tx, lotApplicationConduct, id, "admit", actor);
    }
  }
}

type Admitted = LotRow["applications"][number];

/** What follows from who is admitted. Related parties do not bid; one alone may negotiate. */
function whatFollows(lot: LotRow) {
  const admitted = lot.applications.filter((one) => one.state === "ADMITTED");
  const bidders = admitted.filter((one) => !one.isRelated);
  const [only]: Admitted[] = bidders.length > 0 ? bidders : admitted;
  if (bidders.length >= 2) return { move: "startBidding", input: {} } as const;
  if (only && (bidders.length === 1 || admitted.length === 1)) {
    return { move: "negotiate", input: { applicationId: only.id } } as const;
  }
  const hasMore = lot.extensionCount < readLotTerms(lot.conditions).plan.extensionsMax;
  return { move: hasMore ? "extend" : "failWithoutBuyer", input: {} } as const;
}

/**
 * The end of applications, inside the transaction that has locked the lot: nobody admitted extends or
 * fails, one leads to a negotiation, several bid. Whoever was not admitted is left out, but an extended
 * period is theirs too. What the market has not decided yet, or money on its way, puts it off until
 * bidding is to start.
 */
export async function settleApplications(
  tx: Tx,
  before: LotRow,
  actor: Actor,
  now: Date,
): Promise<void> {
  await markRelated(tx, before);
  await admitHeld(tx, before, actor);
  const [lot = before] = await loadLots(tx, [before.id]);
  const isLast = lot.biddingStartsAt !== null && lot.biddingStartsAt <= now;
  if (!isLast && (await isWaiting(tx, lot))) return;
  const { move, input } = whatFollows(lot);
  if (move !== "extend") {
    for (const one of openOf(lot)) {
      const note =
        one.state === "SUBMITTED" ? "报名结束前未完成资格审核" : "保证金未在规定时间内到账";
      await advance(tx, lotApplicationConduct, one.id, "exclude", actor, { note });
    }
  }
  await advance(tx, lotConduct, lot.id, move, actor, input);
}
