import type { Prisma } from "#prisma/client/client";
import type { Tx } from "~/platform/db.server";

export const rewardSelect = {
  id: true,
  number: true,
  state: true,
  contractId: true,
  organisationId: true,
  revenueFen: true,
  deductionsFen: true,
  deductions: true,
  netIncomeFen: true,
  netIncomeRule: true,
  floorBp: true,
  floorSource: true,
  rewardFen: true,
  officeBonusFen: true,
  basis: true,
  contact: true,
  createdAt: true,
  startedAt: true,
  endsAt: true,
  confirmedAt: true,
  paidOn: true,
  organisation: { select: { legalName: true, kind: true, natureCode: true, regionCode: true } },
  contract: {
    select: {
      id: true,
      number: true,
      title: true,
      categoryCode: true,
      signedOn: true,
      dealId: true,
    },
  },
  shares: {
    orderBy: { sort: "asc" },
    select: {
      id: true,
      sort: true,
      personName: true,
      userId: true,
      role: true,
      contribution: true,
      shareBp: true,
      amountFen: true,
      nameConsentAt: true,
    },
  },
  objections: {
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      objectorName: true,
      objectorContact: true,
      text: true,
      createdAt: true,
      outcome: true,
      result: true,
      handledAt: true,
    },
  },
} as const satisfies Prisma.RewardSheetSelect;

export type RewardRow = Prisma.RewardSheetGetPayload<{ select: typeof rewardSelect }>;

export function loadRewards(tx: Tx, ids: readonly string[]): Promise<RewardRow[]> {
  const where = { id: { in: [...ids] } };
  return tx.rewardSheet.findMany({ where, orderBy: { id: "asc" }, select: rewardSelect });
}
