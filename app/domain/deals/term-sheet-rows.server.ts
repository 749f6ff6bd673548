import type { Actor } from "~/domain/identity/actor";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import type { DbOrTx, Tx } from "~/platform/db.server";
import type { DealSide } from "./deal-role-rules";
import type { TermSheetRelation } from "./term-sheet-procedure";

export const termSheetSelect = {
  id: true,
  number: true,
  state: true,
  side: true,
  content: true,
  contentHash: true,
  dealId: true,
  deal: {
    select: {
      id: true,
      title: true,
      state: true,
      supplyOrganisationId: true,
      demandOrganisationId: true,
      participants: {
        where: { leftAt: null, joinedAt: { not: null }, role: { in: ["SUPPLY", "DEMAND"] } },
        select: { userId: true, role: true, organisationId: true },
      },
    },
  },
};

export type TermSheetRow = {
  id: string;
  number: number;
  state: string;
  side: string;
  content: unknown;
  contentHash: string;
  dealId: string;
  deal: {
    id: string;
    title: string;
    state: string;
    supplyOrganisationId: string;
    demandOrganisationId: string;
    participants: { userId: string; role: string; organisationId: string | null }[];
  };
};

/** The side for which the actor speaks in the room, and its organisation. */
export function sideOf(
  actor: Actor,
  deal: Pick<TermSheetRow["deal"], "participants">,
): { side: DealSide; organisationId: string } | null {
  if (actor.kind !== "USER") return null;
  const own = deal.participants.find((one) => one.userId === actor.userId);
  if (!own?.organisationId || !membershipOf(actor, own.organisationId)) return null;
  return { side: own.role === "SUPPLY" ? "SUPPLY" : "DEMAND", organisationId: own.organisationId };
}

/** The proposing side may take its offer back; whoever signs for the other side answers. */
export function termSheetRelations(actor: Actor, row: TermSheetRow): Set<TermSheetRelation> {
  if (actor.kind === "SYSTEM") return new Set<TermSheetRelation>(["market"]);
  const found = new Set<TermSheetRelation>();
  const own = sideOf(actor, row.deal);
  if (!own) return found;
  const { organisationId } = own;
  if (own.side === row.side) {
    if (can(actor, "term-sheet.offer", { organisationId })) found.add("proposer");
  } else if (can(actor, "term-sheet.accept", { organisationId })) found.add("receiver");
  return found;
}

/** Rooms in which terms are talked about: before signing, and after it for a supplement. */
const TALKING = new Set(["OPEN", "AGREED", "CONTRACTED"]);

export function mayTalkTerms(dealState: string): boolean {
  return TALKING.has(dealState);
}

/** A contract whose text is frozen or being signed rests on the accepted terms. */
export async function isContractFrozen(db: DbOrTx, dealId: string): Promise<boolean> {
  const frozen = await db.contract.count({
    where: { dealId, state: { in: ["FINAL", "SIGNING", "PAPER_CHECK"] } },
  });
  return frozen > 0;
}

/** Locks every version of the room, after the room itself, so that their moves follow one another. */
export async function lockTermSheets(tx: Tx, dealId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM "TermSheet" WHERE "dealId" = ${dealId}::uuid ORDER BY id FOR UPDATE`;
}
