import { appendAudit } from "~/domain/audit/append-audit.server";
import { lockDeal } from "~/domain/deals/deal-access.server";
import { recordDealEvent } from "~/domain/deals/record-deal-event.server";
import { systemActor } from "~/domain/identity/actor";
import { dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { advanceMany } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { findCountedDeposit } from "./counted-deposit-queries.server";
import { instalmentConduct } from "./instalment-conduct.server";
import { milestoneConduct } from "./milestone-conduct.server";
import { performanceHref } from "./performance-href";
import { type Adjustment, adjustPlan } from "./plan-adjust-rules";
import { findRunningContract, loadPlan, type RunningContract } from "./plan-rows.server";
import { countDeposit, type Plan, planOf } from "./plan-rules";
import { settleDepositLine } from "./settle-deposit-line.server";

const ACTOR = systemActor("performance-plan");
const SOURCE = "supplement";

/**
 * Brings milestones and payments of a signed contract to what its terms say, or those of the newest
 * signed supplement. One transaction under the room's lock that looks at what is there: two workers,
 * a second run or a kill in the middle leave one plan. Nothing is changed when the payments would
 * then not add up to the terms, because money already paid does not fit them; the room is told.
 */
export async function planContract(contractId: string, db: Db): Promise<void> {
  const asked = await db.contract.findUnique({
    where: { id: contractId },
    select: { dealId: true, kind: true, parentId: true },
  });
  const mainId = asked?.kind === "SUPPLEMENT" ? asked.parentId : contractId;
  if (!asked || !mainId) return;
  await inTransaction(db, async (tx) => {
    await lockDeal(tx, asked.dealId);
    const contract = await findRunningContract(tx, { id: mainId });
    if (contract?.state !== "SIGNED") return;
    const deposit = await findCountedDeposit(tx, asked.dealId);
    const terms = planOf(contract.content, contract.signedOn);
    const plan = countDeposit(terms, deposit?.amountFen ?? 0n);
    const stored = await loadPlan(tx, contract.id);
    const change = adjustPlan(plan, stored);
    const href = performanceHref(contract.dealId);
    if (change.fixedFen !== plan.fixedFen) {
      if (await isTold(tx, contract)) return;
      const params = { contract: contract.termsFromId };
      await recordDealEvent(tx, contract.dealId, { code: "planDiffers", params, href }, null);
      return;
    }
    const count = countChanges(change);
    if (count > 0) await writePlan(tx, contract, plan, change, stored.lastSort);
    if (deposit?.isApplied) await settleDepositLine(tx, contract.id);
  });
}

/** Adds what is new, takes back what is gone, and tells the room. */
async function writePlan(
  tx: Tx,
  contract: RunningContract,
  plan: Plan,
  change: Adjustment,
  lastSort: number,
): Promise<void> {
  const isFirst = lastSort < 0;
  const href = performanceHref(contract.dealId);
  const count = countChanges(change);
  await recordDealEvent(
    tx,
    contract.dealId,
    { code: isFirst ? "planMade" : "planAdjusted", params: { count }, href },
    null,
  );
  const milestoneIds = await writeMilestones(tx, contract, plan, change, lastSort);
  await writeInstalments(tx, contract, plan, change, milestoneIds, lastSort);
  const input = { note: SOURCE };
  await advanceMany(tx, instalmentConduct, change.instalments.cancelled, "cancel", ACTOR, input);
  await advanceMany(tx, milestoneConduct, change.milestones.cancelled, "cancel", ACTOR, input);
  await appendAudit(tx, ACTOR, {
    action: isFirst ? "performance.plan.made" : "performance.plan.adjusted",
    subjectType: "Contract",
    subjectId: contract.id,
    detail: {
      termsFrom: contract.termsFromId,
      fixedFen: plan.fixedFen.toString(),
      planFen: change.fixedFen.toString(),
      formula: "sum of fixed payments = price of the terms (total, or entry fee)",
      milestones: plan.milestones.length,
      instalments: plan.instalments.length,
    },
  });
}

function countChanges({ milestones, instalments }: Adjustment): number {
  const added = [...milestones.rows, ...instalments.rows].filter((id) => id === null).length;
  return added + milestones.cancelled.length + instalments.cancelled.length;
}

/** Whether the room has been told that these terms do not fit what was paid. */
async function isTold(tx: Tx, contract: RunningContract): Promise<boolean> {
  const rows = await tx.$queryRaw<{ told: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM "DealMessage" WHERE "dealId" = ${contract.dealId}::uuid AND kind = 'EVENT'
        AND event ->> 'code' = 'planDiffers'
        AND event -> 'params' ->> 'contract' = ${contract.termsFromId}) AS told`;
  return rows[0]?.told === true;
}

const column = (date: string | null) => (date === null ? null : dateColumn(date));

async function writeMilestones(
  tx: Tx,
  contract: RunningContract,
  plan: Plan,
  change: Adjustment,
  lastSort: number,
): Promise<string[]> {
  const ids = change.milestones.rows.map((id) => id ?? newId());
  await tx.milestone.createMany({
    data: plan.milestones.flatMap((one, at) =>
      change.milestones.rows[at] !== null
        ? []
        : [
            {
              id: ids[at] ?? newId(),
              contractId: contract.id,
              sort: lastSort + 1 + at,
              title: one.title,
              acceptance: one.acceptance,
              dueOn: column(one.dueOn),
            },
          ],
    ),
  });
  return ids;
}

async function writeInstalments(
  tx: Tx,
  contract: RunningContract,
  plan: Plan,
  change: Adjustment,
  milestoneIds: readonly string[],
  lastSort: number,
): Promise<void> {
  const milestoneOf = (at: number | null) => (at === null ? null : (milestoneIds[at] ?? null));
  for (const [at, one] of plan.instalments.entries()) {
    const id = change.instalments.rows[at];
    const milestoneId = milestoneOf(one.milestone);
    // A payment that stays may now follow a milestone that replaces a cancelled one.
    if (id) await tx.instalment.update({ where: { id }, data: { milestoneId } });
  }
  await tx.instalment.createMany({
    data: plan.instalments.flatMap((one, at) =>
      change.instalments.rows[at] !== null
        ? []
        : [
            {
              id: newId(),
              contractId: contract.id,
              sort: lastSort + 1 + at,
              kind: one.kind,
              title: one.title,
              amountFen: one.amountFen,
              dueOn: column(one.dueOn),
              milestoneId: milestoneOf(one.milestone),
              periodFrom: column(one.periodFrom),
              periodTo: column(one.periodTo),
            },
          ],
    ),
  });
}
