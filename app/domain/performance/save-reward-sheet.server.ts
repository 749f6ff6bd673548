import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { listIncentivePolicies } from "~/domain/incentives/incentive-policy-queries.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { assertRewardSeen } from "./reward-access.server";
import { floorOf, rewardParts } from "./reward-amount-rules";
import { rewardFacts } from "./reward-conditions.server";
import { findRewardIncome } from "./reward-income.server";
import { loadRewards, type RewardRow } from "./reward-rows.server";
import type { RewardContent } from "./reward-schema";

/**
 * Writes a sheet that is still a draft. Revenue is read anew from the confirmed payments; amounts
 * follow from the percentages. A person's consent to the full name stays with that person's line.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409),
 * "reward_deductions_too_large", "reward_above_income", "reward_not_a_member"
 */
export async function saveRewardSheet(
  input: { sheetId: string; content: RewardContent },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { sheetId, content } = input;
  await inTransaction(db, async (tx) => {
    await assertRewardSeen(tx, sheetId, actor);
    await tx.$queryRaw`SELECT id FROM "RewardSheet" WHERE id = ${sheetId}::uuid FOR UPDATE`;
    const [row] = await loadRewards(tx, [sheetId]);
    if (!row) throw new DomainError("not_found", { status: 404 });
    assertCan(actor, "reward.run", { organisationId: row.organisationId });
    if (row.state !== "DRAFT") throw new DomainError("wrong_state", { status: 409 });
    await refuseStrangers(tx, row, content);
    const { availableFen } = await findRewardIncome(tx, row.contractId, sheetId);
    const deducted = content.deductions.reduce((total, one) => total + one.amountFen, 0n);
    if (deducted > availableFen) throw new DomainError("reward_deductions_too_large");
    if (content.rewardBp + content.bonusBp > 10_000) {
      throw new DomainError("reward_above_income", { field: "rewardPercent" });
    }
    const parts = rewardParts(availableFen, content);
    const facts = rewardFacts(row, clock.now());
    const floor = floorOf(await listIncentivePolicies(tx), facts, parts.netIncomeFen);
    const { shareFen, ...amounts } = parts;
    // Half a fen upwards twice may make one fen more than there is.
    const over = amounts.rewardFen + amounts.officeBonusFen - amounts.netIncomeFen;
    await tx.rewardSheet.update({
      where: { id: sheetId },
      data: {
        ...amounts,
        officeBonusFen: over > 0n ? amounts.officeBonusFen - over : amounts.officeBonusFen,
        deductions: content.deductions.map((one) => ({
          label: one.label,
          amountFen: one.amountFen.toString(),
        })),
        netIncomeRule: content.netIncomeRule,
        basis: content.basis,
        contact: content.contact,
        floorBp: floor.floorBp,
        floorSource: floor.source,
      },
    });
    await tx.rewardShare.deleteMany({ where: { sheetId } });
    await tx.rewardShare.createMany({
      data: content.shares.map((share, sort) => ({
        ...share,
        id: newId(),
        sheetId,
        sort,
        amountFen: shareFen[sort] ?? 0n,
        nameConsentAt: consentOf(row, share),
      })),
    });
    await appendAudit(tx, actor, {
      action: "performance.reward.saved",
      subjectType: "RewardSheet",
      subjectId: sheetId,
      detail: {
        revenueFen: parts.revenueFen.toString(),
        netIncomeFen: parts.netIncomeFen.toString(),
        rewardFen: parts.rewardFen.toString(),
        shares: content.shares.length,
      },
    });
  });
}

function consentOf(row: RewardRow, share: { userId: string | null; personName: string }) {
  const before = row.shares.find(
    (one) =>
      one.userId !== null && one.userId === share.userId && one.personName === share.personName,
  );
  return before?.nameConsentAt ?? null;
}

/** A line may be tied to an account only of a member of the unit. */
async function refuseStrangers(tx: Tx, row: RewardRow, content: RewardContent): Promise<void> {
  const userIds = [...new Set(content.shares.flatMap((one) => one.userId ?? []))];
  const members = await tx.membership.findMany({
    where: { organisationId: row.organisationId, endedAt: null, userId: { in: userIds } },
    select: { userId: true },
  });
  const known = new Set(members.map((one) => one.userId));
  if (userIds.some((id) => !known.has(id))) throw new DomainError("reward_not_a_member");
}
