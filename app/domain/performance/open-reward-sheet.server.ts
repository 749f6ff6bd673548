import { appendAudit } from "~/domain/audit/append-audit.server";
import { lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { listIncentivePolicies } from "~/domain/incentives/incentive-policy-queries.server";
import { sellerKindOf } from "~/domain/incentives/unit-kind-rules";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { findRunningContract } from "./plan-rows.server";
import { floorOf, partOf } from "./reward-amount-rules";
import { findRewardIncome } from "./reward-income.server";

/**
 * Begins a sheet that shares out the income of a contract which has arrived and is not shared out
 * yet, at the floor of the law. A sheet that is open already is the one.
 * @returns the sheet's id
 * @throws DomainError "not_found" (404), "forbidden" (403), "reward_no_income" (409)
 */
export async function openRewardSheet(
  contractId: string,
  actor: UserActor,
  db: Db,
): Promise<string> {
  const contract = await findRunningContract(db, { id: contractId });
  if (!contract) throw new DomainError("not_found", { status: 404 });
  const organisationId = contract.supplyOrganisationId;
  assertCan(actor, "reward.run", { organisationId });
  return inTransaction(db, async (tx) => {
    // Two administrators who begin at once get one sheet.
    await lockDeal(tx, contract.dealId);
    const open = await tx.rewardSheet.findFirst({
      where: {
        contractId,
        organisationId,
        state: { in: ["DRAFT", "PUBLICITY", "OBJECTION_HANDLING"] },
      },
      select: { id: true },
    });
    if (open) return open.id;
    const { availableFen } = await findRewardIncome(tx, contractId);
    if (availableFen === 0n) throw new DomainError("reward_no_income", { status: 409 });
    const unit = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } });
    const facts = {
      on: calendarDate(clock.now()),
      sellerKind: sellerKindOf(unit.kind, unit.natureCode),
      regionCode: unit.regionCode,
      categoryCode: contract.categoryCode,
    };
    const floor = floorOf(await listIncentivePolicies(tx), facts, availableFen);
    const id = newId();
    await tx.rewardSheet.create({
      data: {
        id,
        contractId,
        organisationId,
        revenueFen: availableFen,
        deductionsFen: 0n,
        netIncomeFen: availableFen,
        netIncomeRule: "",
        floorBp: floor.floorBp,
        floorSource: floor.source,
        rewardFen: partOf(availableFen, floor.floorBp),
        createdById: actor.userId,
        createdAt: clock.now(),
      },
    });
    await appendAudit(tx, actor, {
      action: "performance.reward.opened",
      subjectType: "RewardSheet",
      subjectId: id,
      detail: { contractId, revenueFen: availableFen.toString() },
    });
    return id;
  });
}
