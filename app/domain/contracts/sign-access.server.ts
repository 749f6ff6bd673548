import { getDealAccess } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import type { SignerSide } from "./signer-rules";

export type SignAccess = {
  contractId: string;
  dealId: string;
  /** Side that the person speaks for; null for onlookers and for signers who are not in the room. */
  side: SignerSide | null;
  organisationId: string | null;
};

/**
 * Who may see the signing of a contract: everybody whom its room admits to contracts, and a signer,
 * who need not be in the room (the legal representative seldom is).
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getSignAccess(
  db: DbOrTx,
  contractId: string,
  actor: UserActor,
): Promise<SignAccess> {
  const notFound = () => new DomainError("not_found", { status: 404 });
  if (!isId(contractId)) throw notFound();
  const contract = await db.contract.findUnique({
    where: { id: contractId },
    select: { dealId: true, signers: { select: { userId: true, organisationId: true } } },
  });
  if (!contract) throw notFound();
  const { dealId } = contract;
  try {
    const access = await getDealAccess(db, dealId, actor);
    const speaks = access.participantId !== null;
    const isBroker = speaks && access.role === "BROKER" && access.organisationId !== null;
    const side = !speaks ? null : isBroker ? "BROKER" : access.side;
    return { contractId, dealId, side, organisationId: side ? access.organisationId : null };
  } catch (error) {
    const own = contract.signers.find((one) => one.userId === actor.userId);
    if (!own) throw error;
    return { contractId, dealId, side: null, organisationId: null };
  }
}

/**
 * The same for somebody who takes a step in the name of supply or demand. Asked before the state of
 * the contract, which whoever may take no step at all need not hear about.
 * @throws DomainError "not_found" (404), "wrong_actor" (403)
 */
export async function getSignSpeaker(
  db: DbOrTx,
  contractId: string,
  actor: UserActor,
): Promise<SignAccess & { organisationId: string }> {
  const access = await getSignAccess(db, contractId, actor);
  const { side, organisationId } = access;
  const isParty = side === "SUPPLY" || side === "DEMAND";
  if (!isParty || !organisationId || !can(actor, "contract.draft", { organisationId })) {
    throw new DomainError("wrong_actor", { status: 403 });
  }
  return { ...access, organisationId };
}
