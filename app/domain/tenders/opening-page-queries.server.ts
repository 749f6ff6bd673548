import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { readHolders } from "./desk-tender-queries.server";
import type { EnvelopeHead, SealedShare } from "./sealing-rules.js";
import { getTenderAccess } from "./tender-access.server";
import { parseEnvelope } from "./tender-bid-schema";
import { DRAFTED, isTenderState, type TenderState, tenderProcedure } from "./tender-procedure";
import type { HolderView } from "./tender-view";

export type HolderPage = {
  tender: { id: string; number: number; title: string; state: TenderState };
  role: HolderView["role"];
  holders: HolderView[];
  own: HolderView;
  mayRegister: boolean;
};

/** What a holder sees of the own key. @throws DomainError "not_found" (404) for everybody else */
export async function getHolderPage(
  tenderId: string,
  actor: Actor,
  db: DbOrTx,
): Promise<HolderPage> {
  const { tender, holderRole } = await getTenderAccess(db, tenderId, actor);
  const holders = await readHolders(db, tenderId);
  const own = holders.find((one) => one.role === holderRole);
  if (!own) throw new DomainError("not_found", { status: 404 });
  const { id, number, title } = tender;
  const state = isTenderState(tender.state) ? tender.state : tenderProcedure.initial;
  return {
    tender: { id, number, title, state },
    role: own.role,
    holders,
    own,
    mayRegister: DRAFTED.includes(tender.state),
  };
}

export type SealedToMe = { bidId: string; head: EnvelopeHead; share: SealedShare };

/**
 * The shares that are sealed to the actor's key, once bids are closed and until they are handed in.
 * The cipher text stays away; whose bid it is goes along, for a share opens only with it.
 */
export async function listSharesToOpen(page: HolderPage, db: DbOrTx): Promise<SealedToMe[]> {
  if (page.tender.state !== "OPENING" || page.own.openedAt) return [];
  const bids = await db.tenderBid.findMany({
    where: { tenderId: page.tender.id, state: "SUBMITTED" },
    orderBy: { envelopeHash: "asc" },
    select: { id: true, envelope: true },
  });
  return bids.flatMap(({ id, envelope: stored }) => {
    const envelope = parseEnvelope(JSON.stringify(stored));
    const share = envelope?.shares.find((one) => one.role === page.role);
    if (!envelope || !share) return [];
    const { format, tenderId, organisationId, rulesHash, commitment } = envelope;
    const head = { format, tenderId, organisationId, rulesHash, commitment };
    return [{ bidId: id, head, share }];
  });
}
