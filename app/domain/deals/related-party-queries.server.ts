import type { DbOrTx } from "~/platform/db.server";
import { RELATED_KINDS, type RelatedKind } from "./related-party-schema";

export type RelatedDeclaration = {
  id: string;
  isRelated: boolean;
  kinds: RelatedKind[];
  note: string;
  declaredAt: Date;
};

export type RelatedParties = {
  supply: RelatedDeclaration | null;
  demand: RelatedDeclaration | null;
  /** Both sides have declared. */
  isComplete: boolean;
  /** At least one side says that they are related. */
  isRelated: boolean;
};

/** What each side last declared about ties to the other. */
export async function findRelatedParties(db: DbOrTx, dealId: string): Promise<RelatedParties> {
  const deal = await db.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: { supplyOrganisationId: true, demandOrganisationId: true },
  });
  const latestOf = async (organisationId: string): Promise<RelatedDeclaration | null> => {
    const row = await db.relatedPartyDeclaration.findFirst({
      where: { dealId, organisationId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    });
    if (!row) return null;
    const kinds = RELATED_KINDS.filter((kind) => row.kinds.includes(kind));
    const { id, isRelated, note, createdAt } = row;
    return { id, isRelated, kinds, note, declaredAt: createdAt };
  };
  const supply = await latestOf(deal.supplyOrganisationId);
  const demand = await latestOf(deal.demandOrganisationId);
  return {
    supply,
    demand,
    isComplete: supply !== null && demand !== null,
    isRelated: supply?.isRelated === true || demand?.isRelated === true,
  };
}
