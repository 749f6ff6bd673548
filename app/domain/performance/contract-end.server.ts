import { contractConduct } from "~/domain/contracts/contract-conduct.server";
import { completeDeal } from "~/domain/deals/advance-deal.server";
import { systemActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { performanceHref } from "./performance-href";
import { listSideUserIds } from "./performance-people.server";

/** Locks the contract's row; the caller holds the room's lock and no audit entry is written yet. */
export async function lockContract(tx: Tx, contractId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Contract" WHERE id = ${contractId}::uuid FOR UPDATE`;
}

/**
 * Completes a signed contract, and its room, once every milestone is accepted and every payment
 * confirmed; what was cancelled does not count. The caller holds the room's lock.
 * @returns whether it is completed now
 */
export async function completeIfDone(tx: Tx, contractId: string): Promise<boolean> {
  const contract = await tx.contract.findUniqueOrThrow({
    where: { id: contractId },
    select: { state: true, dealId: true, title: true },
  });
  if (contract.state !== "SIGNED") return false;
  const [openMilestones, openPayments, planned] = await Promise.all([
    tx.milestone.count({ where: { contractId, state: { notIn: ["ACCEPTED", "CANCELLED"] } } }),
    tx.instalment.count({ where: { contractId, state: { notIn: ["CONFIRMED", "CANCELLED"] } } }),
    tx.milestone.count({ where: { contractId } }),
  ]);
  if (planned === 0 || openMilestones + openPayments > 0) return false;
  await advance(tx, contractConduct, contractId, "complete", systemActor("performance"));
  await completeDeal(tx, contract.dealId);
  await askForRatings(tx, contract);
  return true;
}

/** Both sides are asked to rate each other and the broker. */
export async function askForRatings(
  tx: Tx,
  contract: { dealId: string; title: string },
): Promise<void> {
  for (const side of ["SUPPLY", "DEMAND"] as const) {
    await notify(tx, {
      userIds: await listSideUserIds(tx, contract.dealId, side),
      kind: "ratingAsked",
      params: { contract: contract.title },
      href: `${performanceHref(contract.dealId)}#ratings`,
      dedupeKey: `rating:${contract.dealId}:asked`,
    });
  }
}
