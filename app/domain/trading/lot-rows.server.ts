import type { Prisma } from "#prisma/client/client";
import type { Tx } from "~/platform/db.server";

/**
 * What the procedure reads of a lot. The sealed reserve is not among it: only the engine and the
 * check of the price open it.
 */
export const lotSelect = {
  id: true,
  number: true,
  state: true,
  revision: true,
  organisationId: true,
  createdById: true,
  regionCode: true,
  title: true,
  description: true,
  categoryCode: true,
  conditions: true,
  mode: true,
  startPriceFen: true,
  stepFen: true,
  depositFen: true,
  reserveHash: true,
  reserveIsPublic: true,
  priceBasis: true,
  priceBasisNote: true,
  qualification: true,
  feePayer: true,
  feeBp: true,
  rules: true,
  rulesHash: true,
  isTraining: true,
  auctionHouse: true,
  auctionLicence: true,
  auctioneer: true,
  auctionLicenceFileId: true,
  checks: true,
  extensionCount: true,
  earlierLotId: true,
  runNumber: true,
  announcedAt: true,
  applicationsEndAt: true,
  biddingStartsAt: true,
  suspendedAt: true,
  suspendedFrom: true,
  confirmDueAt: true,
  contractDueAt: true,
  winnerApplicationId: true,
  priceFen: true,
  organisation: { select: { legalName: true, state: true, kind: true, regionCode: true } },
  items: {
    orderBy: { sort: "asc" },
    select: {
      achievementId: true,
      achievement: {
        select: {
          id: true,
          title: true,
          state: true,
          isBlinded: true,
          organisationId: true,
          ipRights: { select: { title: true, expiresOn: true } },
        },
      },
    },
  },
  files: { select: { id: true, fileId: true, purpose: true, visibility: true } },
  applications: {
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      state: true,
      organisationId: true,
      userId: true,
      isRelated: true,
      depositPaymentId: true,
      decidedAt: true,
    },
  },
  laterLots: { select: { id: true, state: true } },
} satisfies Prisma.LotSelect;

export type LotRow = Prisma.LotGetPayload<{ select: typeof lotSelect }>;

export function loadLots(tx: Tx, ids: readonly string[]): Promise<LotRow[]> {
  return tx.lot.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: "asc" },
    select: lotSelect,
  });
}
