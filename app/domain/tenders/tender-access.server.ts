import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";

export type TenderAccess = {
  tender: { id: string; number: number; state: string; organisationId: string; title: string };
  isBuyer: boolean;
  isOperator: boolean;
  /** Role of the key that the actor holds. */
  holderRole: string | null;
  /** Seat in the committee, recused or not. */
  memberId: string | null;
};

/**
 * Who the actor is to a tender that is not public for them.
 * @throws DomainError "not_found" (404) for whoever has no part in it
 */
export async function getTenderAccess(
  db: DbOrTx,
  tenderId: string,
  actor: Actor,
): Promise<TenderAccess> {
  const notFound = () => new DomainError("not_found", { status: 404 });
  if (!isId(tenderId) || actor.kind !== "USER") throw notFound();
  const found = await db.tender.findUnique({
    where: { id: tenderId },
    select: {
      id: true,
      number: true,
      state: true,
      organisationId: true,
      title: true,
      regionCode: true,
      keyHolders: { where: { userId: actor.userId }, select: { role: true } },
      members: { where: { userId: actor.userId }, select: { id: true } },
    },
  });
  if (!found) throw notFound();
  const { keyHolders, members, regionCode, ...tender } = found;
  const access: TenderAccess = {
    tender,
    isBuyer: actor.memberships.some((one) => one.organisationId === tender.organisationId),
    isOperator: can(actor, "tender.operate", { regionCode }),
    holderRole: keyHolders[0]?.role ?? null,
    memberId: members[0]?.id ?? null,
  };
  const { isBuyer, isOperator, holderRole, memberId } = access;
  if (!isBuyer && !isOperator && !holderRole && !memberId) throw notFound();
  return access;
}
