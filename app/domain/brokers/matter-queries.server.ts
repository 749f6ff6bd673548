import type { DbOrTx } from "~/platform/db.server";

/** What a deal is about and between whom. */
export type DealMatter = {
  supplyOrganisationId: string;
  demandOrganisationId: string;
  achievementId: string | null;
  needId: string | null;
};

/** Mandates that run in a matter: one of the sides is the client, one of the listings the object. */
export async function listMatterMandates(db: DbOrTx, matter: DealMatter) {
  const listings = listingsOf(matter);
  if (listings.length === 0) return [];
  const sides = [matter.supplyOrganisationId, matter.demandOrganisationId];
  return db.mandate.findMany({
    where: {
      state: "ACTIVE",
      OR: [{ clientId: { in: sides } }, { secondClientId: { in: sides } }],
      AND: [{ OR: listings }],
      broker: { user: { deactivatedAt: null } },
    },
    orderBy: [{ activatedAt: "asc" }, { id: "asc" }],
    select: { id: true, dealId: true, activatedAt: true, createdAt: true, broker: { select } },
  });
}

/**
 * Introductions between these two sides about one of these listings that at least one side has
 * confirmed: what a broker alone writes down proves nothing.
 */
export async function listMatterIntroductions(db: DbOrTx, matter: DealMatter) {
  const listings = listingsOf(matter);
  if (listings.length === 0) return [];
  return db.brokerIntroduction.findMany({
    where: {
      supplyOrganisationId: matter.supplyOrganisationId,
      demandOrganisationId: matter.demandOrganisationId,
      AND: [
        { OR: listings },
        { OR: [{ supplyConfirmedAt: { not: null } }, { demandConfirmedAt: { not: null } }] },
      ],
      broker: { user: { deactivatedAt: null } },
    },
    orderBy: [{ introducedAt: "asc" }, { id: "asc" }],
    select: { id: true, dealId: true, introducedAt: true, broker: { select } },
  });
}

const select = { id: true, userId: true, agencyId: true, displayName: true } as const;

function listingsOf(matter: DealMatter) {
  return [
    ...(matter.achievementId ? [{ achievementId: matter.achievementId }] : []),
    ...(matter.needId ? [{ needId: matter.needId }] : []),
  ];
}
