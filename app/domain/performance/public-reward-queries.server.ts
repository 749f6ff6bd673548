import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import type { RewardState } from "./reward-procedure";
import { bpOf, findRegistrationNo } from "./reward-queries.server";
import { rewardSelect } from "./reward-rows.server";
import type { ObjectionOutcome, ShareRole } from "./reward-schema";
import { maskName } from "./reward-share-rules";
import type { PublicReward } from "./reward-view";

const RUNNING: readonly string[] = ["PUBLICITY", "OBJECTION_HANDLING"];

/**
 * The public page of a reward: the outcome, the amounts and, while the publicity runs, the persons
 * with masked names unless they consented (PIPL art. 25). Afterwards the page keeps its address and
 * the result, without the persons. Text and result of an objection are public once it is answered.
 * @throws DomainError "not_found" (404) for a sheet that never was public
 */
export async function getPublicReward(number: number, db: DbOrTx): Promise<PublicReward> {
  const notFound = () => new DomainError("not_found", { status: 404 });
  if (!Number.isSafeInteger(number) || number < 1 || number > 2_147_483_647) throw notFound();
  const row = await db.rewardSheet.findUnique({
    where: { number },
    select: { ...rewardSelect, organisationId: true },
  });
  if (!row?.startedAt) throw notFound();
  const now = clock.now();
  const isRunning = RUNNING.includes(row.state);
  return {
    number: row.number,
    state: row.state as RewardState,
    organisation: row.organisation.legalName,
    organisationId: row.organisationId,
    contractTitle: row.contract.title,
    categoryCode: row.contract.categoryCode,
    registrationNo: await findRegistrationNo(db, row.contractId),
    netIncomeFen: row.netIncomeFen,
    netIncomeRule: row.netIncomeRule,
    rewardFen: row.rewardFen,
    rewardBp: bpOf(row.rewardFen, row.netIncomeFen),
    officeBonusFen: row.officeBonusFen,
    floorBp: row.floorBp,
    floorSource: row.floorSource,
    contact: row.contact,
    startedAt: row.startedAt.toISOString(),
    endsAt: row.endsAt?.toISOString() ?? null,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    isOpenForObjections: isRunning && (row.endsAt === null || now < row.endsAt),
    shares: isRunning
      ? row.shares.map((one) => ({
          name: one.nameConsentAt ? one.personName : maskName(one.personName),
          isMasked: one.nameConsentAt === null,
          role: one.role as ShareRole,
          contribution: one.contribution,
          shareBp: one.shareBp,
          amountFen: one.amountFen,
        }))
      : null,
    objections: row.objections.map((one) => ({
      number: one.number,
      text: one.outcome === null ? null : one.text,
      createdAt: one.createdAt.toISOString(),
      outcome: one.outcome as ObjectionOutcome | null,
      result: one.result,
      handledAt: one.handledAt?.toISOString() ?? null,
    })),
  };
}

export type PublicRewardItem = {
  number: number;
  state: RewardState;
  organisation: string;
  contractTitle: string;
  rewardFen: bigint;
  startedAt: string | null;
  endsAt: string | null;
};

/** Sheets that are public now first, then those whose publicity has ended. */
export async function listPublicRewards(
  isRunning: boolean,
  paging: { skip: number; take: number },
  db: DbOrTx,
): Promise<{ items: PublicRewardItem[]; total: number }> {
  const where = {
    startedAt: { not: null },
    state: { in: isRunning ? [...RUNNING] : ["CONFIRMED", "PAID"] },
  };
  const [rows, total] = await Promise.all([
    db.rewardSheet.findMany({
      where,
      orderBy: [{ startedAt: "desc" }, { id: "desc" }],
      ...paging,
      select: {
        number: true,
        state: true,
        rewardFen: true,
        startedAt: true,
        endsAt: true,
        organisation: { select: { legalName: true } },
        contract: { select: { title: true } },
      },
    }),
    db.rewardSheet.count({ where }),
  ]);
  return {
    total,
    items: rows.map((row) => ({
      number: row.number,
      state: row.state as RewardState,
      organisation: row.organisation.legalName,
      contractTitle: row.contract.title,
      rewardFen: row.rewardFen,
      startedAt: row.startedAt?.toISOString() ?? null,
      endsAt: row.endsAt?.toISOString() ?? null,
    })),
  };
}
