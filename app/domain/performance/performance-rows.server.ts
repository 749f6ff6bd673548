import type { Prisma } from "#prisma/client/client";
import type { Tx } from "~/platform/db.server";

const contract = {
  select: {
    id: true,
    number: true,
    title: true,
    state: true,
    dealId: true,
    deal: {
      select: {
        supplyOrganisationId: true,
        demandOrganisationId: true,
        supplyOrganisation: { select: { legalName: true } },
        demandOrganisation: { select: { legalName: true } },
      },
    },
  },
} as const;

export const milestoneSelect = {
  id: true,
  sort: true,
  state: true,
  title: true,
  report: true,
  submittedById: true,
  submittedAt: true,
  contract,
} as const satisfies Prisma.MilestoneSelect;

export type MilestoneRow = Prisma.MilestoneGetPayload<{ select: typeof milestoneSelect }>;

export const instalmentSelect = {
  id: true,
  sort: true,
  state: true,
  title: true,
  kind: true,
  amountFen: true,
  baseFen: true,
  statedAt: true,
  periodFrom: true,
  periodTo: true,
  contract,
  proofs: {
    where: { rejectedAt: null },
    take: 1,
    select: { id: true, amountFen: true, submittedById: true, receivedById: true },
  },
} as const satisfies Prisma.InstalmentSelect;

export type InstalmentRow = Prisma.InstalmentGetPayload<{ select: typeof instalmentSelect }>;

export function loadMilestones(tx: Tx, ids: readonly string[]): Promise<MilestoneRow[]> {
  const where = { id: { in: [...ids] } };
  return tx.milestone.findMany({ where, orderBy: { id: "asc" }, select: milestoneSelect });
}

export function loadInstalments(tx: Tx, ids: readonly string[]): Promise<InstalmentRow[]> {
  const where = { id: { in: [...ids] } };
  return tx.instalment.findMany({ where, orderBy: { id: "asc" }, select: instalmentSelect });
}
