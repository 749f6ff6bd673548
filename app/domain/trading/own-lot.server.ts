import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { lockLot } from "./lock-lot.server";
import { isEditableLot } from "./lot-procedure";
import type { LotRow } from "./lot-rows.server";

/** Locks a lot of an organisation that the actor may sell for. @throws DomainError "not_found" (404) */
export async function lockOwnLot(tx: Tx, lotId: string, actor: Actor): Promise<LotRow> {
  const owner = isId(lotId)
    ? await tx.lot.findUnique({ where: { id: lotId }, select: { organisationId: true } })
    : null;
  assertFound(owner && can(actor, "lot.create", owner) ? owner : null);
  return lockLot(tx, lotId);
}

/** The same while it may be changed. @throws DomainError "wrong_state" (409) */
export async function lockEditableLot(tx: Tx, lotId: string, actor: Actor): Promise<LotRow> {
  const lot = await lockOwnLot(tx, lotId, actor);
  if (!isEditableLot(lot.state)) throw new DomainError("wrong_state", { status: 409 });
  return lot;
}
