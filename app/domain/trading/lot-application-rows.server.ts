import type { Prisma } from "#prisma/client/client";
import type { Tx } from "~/platform/db.server";

export const lotApplicationSelect = {
  id: true,
  state: true,
  lotId: true,
  organisationId: true,
  userId: true,
  isRelated: true,
  rulesHash: true,
  preemptiveClaim: true,
  preemptiveRank: true,
  depositPaymentId: true,
  decidedAt: true,
  organisation: { select: { legalName: true } },
  lot: {
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      suspendedFrom: true,
      organisationId: true,
      regionCode: true,
      conditions: true,
      rulesHash: true,
      depositFen: true,
      earlierLotId: true,
      applicationsEndAt: true,
      biddingStartsAt: true,
      organisation: { select: { regionCode: true } },
      applications: { select: { organisationId: true } },
    },
  },
} satisfies Prisma.LotApplicationSelect;

export type LotApplicationRow = Prisma.LotApplicationGetPayload<{
  select: typeof lotApplicationSelect;
}>;

export function loadLotApplications(tx: Tx, ids: readonly string[]): Promise<LotApplicationRow[]> {
  return tx.lotApplication.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: "asc" },
    select: lotApplicationSelect,
  });
}
