import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { listIncentivePolicies } from "~/domain/incentives/incentive-policy-queries.server";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, DbOrTx, Tx } from "~/platform/db.server";
import { daysUntil } from "./reminder-rules";
import { canSeeReward } from "./reward-access.server";
import { bonusRuleOf, floorOf } from "./reward-amount-rules";
import {
  isPublicityAsked,
  paymentDeadline,
  rewardConditions,
  rewardFacts,
} from "./reward-conditions.server";
import { findRewardIncome } from "./reward-income.server";
import { type RewardMove, type RewardState, rewardProcedure } from "./reward-procedure";
import { loadRewards, type RewardRow } from "./reward-rows.server";
import {
  type ObjectionOutcome,
  type RewardBasis,
  type ShareRole,
  storedDeductions,
} from "./reward-schema";
import { maskName } from "./reward-share-rules";
import { countedWages } from "./reward-tax-rules";
import type { RewardCheck, RewardDetail, RewardListItem } from "./reward-view";

/** Registration number of a contract while it is registered. */
export async function findRegistrationNo(db: DbOrTx, contractId: string): Promise<string | null> {
  const row = await db.registration.findFirst({
    where: { contractId, state: { in: ["REGISTERED", "CHANGE_PENDING", "RECONSIDERATION"] } },
    select: { registrationNo: true },
  });
  return row?.registrationNo ?? null;
}

/** Share of an amount in basis points, as it was before it became an amount. */
export function bpOf(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 10_000n + whole / 2n) / whole);
}

/**
 * One reward sheet, for the administrators of its unit, who see everything, and for the persons on
 * it, who see the sheet without the objectors.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getReward(id: string, actor: UserActor, db: Db): Promise<RewardDetail> {
  if (!isId(id)) throw new DomainError("not_found", { status: 404 });
  return inTransaction(db, async (tx) => {
    const [row] = await loadRewards(tx, [id]);
    const mayRun = row ? can(actor, "reward.run", { organisationId: row.organisationId }) : false;
    const own = row?.shares.find((one) => one.userId === actor.userId);
    if (!row || !canSeeReward(actor, row)) throw new DomainError("not_found", { status: 404 });
    return {
      ...(await readSheet(tx, row, mayRun, actor.userId)),
      mayRun,
      ownConsent: own ? own.nameConsentAt !== null : null,
      steps: mayRun ? await readSteps(tx, row, actor) : [],
      checks: mayRun && row.state === "DRAFT" ? await readChecks(tx, row, actor) : [],
      members: mayRun && row.state === "DRAFT" ? await listMembers(tx, row.organisationId) : [],
    };
  });
}

type SheetPart = Omit<RewardDetail, "mayRun" | "ownConsent" | "steps" | "checks" | "members">;

async function readSheet(
  tx: Tx,
  row: RewardRow,
  mayRun: boolean,
  readerId: string,
): Promise<SheetPart> {
  const now = clock.now();
  const facts = rewardFacts(row, now);
  const policies = await listIncentivePolicies(tx);
  const floor = floorOf(policies, facts, row.netIncomeFen);
  const window = await paymentDeadline(tx, row, now);
  const registrationNo = await findRegistrationNo(tx, row.contractId);
  const { availableFen } = await findRewardIncome(tx, row.contractId, row.id);
  const paidOn = row.paidOn?.toISOString().slice(0, 10) ?? null;
  const taxFacts = {
    ...facts,
    isRegistered: registrationNo !== null,
    isPublicised: row.startedAt !== null && row.state !== "CANCELLED",
    incomeOn: window?.firstPaidOn ?? null,
    rewardOn: paidOn ?? facts.on,
  };
  const taxOf = (amountFen: bigint) => countedWages(policies, taxFacts, amountFen);
  const { countedFen: _, ...tax } = taxOf(row.rewardFen);
  return {
    id: row.id,
    number: row.number,
    state: row.state as RewardState,
    organisation: row.organisation.legalName,
    contract: {
      id: row.contract.id,
      number: row.contract.number,
      title: row.contract.title,
      categoryCode: row.contract.categoryCode,
      dealId: row.contract.dealId,
    },
    registrationNo,
    revenueFen: row.revenueFen,
    availableFen,
    deductions: readDeductions(row),
    deductionsFen: row.deductionsFen,
    netIncomeFen: row.netIncomeFen,
    netIncomeRule: row.netIncomeRule,
    basis: row.basis as RewardBasis,
    rewardFen: row.rewardFen,
    rewardBp: bpOf(row.rewardFen, row.netIncomeFen),
    floorBp: row.floorBp,
    floorFen: floor.dueFen,
    floorSource: row.floorSource,
    floorConfidence: floor.confidence,
    isBelowAllowed: floor.isBelowAllowed,
    isFloorNamed: floor.isNamed,
    officeBonusFen: row.officeBonusFen,
    bonusBp: bpOf(row.officeBonusFen, row.netIncomeFen),
    bonus: bonusRuleOf(policies, facts, row.netIncomeFen),
    contact: row.contact,
    shares: row.shares.map((one) => ({
      id: one.id,
      // Persons on the sheet see each other as the public does.
      personName:
        mayRun || one.userId === readerId || one.nameConsentAt !== null
          ? one.personName
          : maskName(one.personName),
      userId: mayRun ? one.userId : null,
      role: one.role as ShareRole,
      contribution: one.contribution,
      shareBp: one.shareBp,
      amountFen: one.amountFen,
      hasNameConsent: one.nameConsentAt !== null,
      countedFen: one.amountFen > 0n ? taxOf(one.amountFen).countedFen : null,
    })),
    objections: row.objections.map((one) => ({
      ...one,
      objectorName: mayRun ? one.objectorName : "",
      objectorContact: mayRun ? one.objectorContact : "",
      createdAt: one.createdAt.toISOString(),
      outcome: one.outcome as ObjectionOutcome | null,
      handledAt: one.handledAt?.toISOString() ?? null,
    })),
    startedAt: row.startedAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    publicityDays: await getPolicyNumber(tx, "iit.reward.publicity_workdays", now, "national"),
    isPublicityAsked: isPublicityAsked(row),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    paidOn,
    payment: window ? { ...window, daysLeft: daysUntil(calendarDate(now), window.deadline) } : null,
    tax,
  };
}

export function readDeductions(row: Pick<RewardRow, "deductions">) {
  const stored = storedDeductions.safeParse(row.deductions);
  return (stored.data ?? []).map((one) => ({ label: one.label, amountFen: BigInt(one.amountFen) }));
}

async function readSteps(tx: Tx, row: RewardRow, actor: UserActor) {
  const now = clock.now();
  const names = Object.keys(rewardProcedure.moves) as RewardMove[];
  const steps: RewardDetail["steps"] = [];
  for (const move of names) {
    const definition = rewardProcedure.moves[move];
    const from: readonly string[] = definition.from;
    const by: readonly string[] = definition.by;
    if (!from.includes(row.state) || !by.includes("unit")) continue;
    let closed: string | null = null;
    const conditions = definition.conditions ?? [];
    for (const id of conditions) {
      const found = await rewardConditions[id]({ tx, actor, input: {}, now, subject: row });
      if (found.answer === "NOT_MET") {
        closed = found.code ?? "condition_not_met";
        break;
      }
    }
    // A unit of which publicity is asked is not offered the way around it.
    if (move === "confirmAtOnce" && closed === "reward_publicity_asked") continue;
    steps.push({ move, closed });
  }
  return steps;
}

const CHECKS = [
  "income-received",
  "shares-add-up",
  "floor-kept",
  "bonus-allowed",
  "contact-given",
] as const;

async function readChecks(tx: Tx, row: RewardRow, actor: UserActor): Promise<RewardCheck[]> {
  const now = clock.now();
  const checks: RewardCheck[] = [];
  for (const id of CHECKS) {
    if (id === "contact-given" && !isPublicityAsked(row)) continue;
    const found = await rewardConditions[id]({ tx, actor, input: {}, now, subject: row });
    const code = found.answer === "NOT_MET" ? (found.code ?? null) : null;
    checks.push({ id, answer: found.answer, code });
  }
  return checks;
}

/** Members of a unit whose account a line of the sheet may be tied to. */
async function listMembers(tx: Tx, organisationId: string) {
  const rows = await tx.membership.findMany({
    where: { organisationId, endedAt: null, user: { deactivatedAt: null } },
    orderBy: { userId: "asc" },
    take: 500,
    select: { user: { select: { id: true, name: true } } },
  });
  return rows.map((row) => row.user).sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
}

/** Sheets of the organisations that the person administers, and those that name the person. */
export async function listRewards(
  paging: { skip: number; take: number },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ items: RewardListItem[]; total: number }> {
  const administered = actor.memberships
    .map((one) => one.organisationId)
    .filter((organisationId) => can(actor, "reward.run", { organisationId }));
  const where = {
    OR: [
      { organisationId: { in: administered } },
      { startedAt: { not: null }, shares: { some: { userId: actor.userId } } },
    ],
  };
  const [rows, total] = await Promise.all([
    db.rewardSheet.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...paging,
      select: {
        id: true,
        number: true,
        state: true,
        netIncomeFen: true,
        rewardFen: true,
        createdAt: true,
        endsAt: true,
        organisation: { select: { legalName: true } },
        contract: { select: { title: true } },
        _count: { select: { objections: { where: { outcome: null } } } },
      },
    }),
    db.rewardSheet.count({ where }),
  ]);
  const items = rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: row.state as RewardState,
    contractTitle: row.contract.title,
    organisation: row.organisation.legalName,
    netIncomeFen: row.netIncomeFen,
    rewardFen: row.rewardFen,
    createdAt: row.createdAt.toISOString(),
    endsAt: row.endsAt?.toISOString() ?? null,
    openObjections: row._count.objections,
  }));
  return { items, total };
}
