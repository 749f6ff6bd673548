import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { tenderConduct } from "./tender-conduct.server";
import { lockTender } from "./tender-rows.server";

/**
 * The winner does not sign: said by a signer of the winner, or found by the market. The bond is
 * forfeited to the buyer, a strike is noted, and the next candidate may be awarded.
 * @throws DomainError "not_found" (404) for strangers, "wrong_state" (409), "note_required"
 */
export async function refuseAward(
  input: { tenderId: string; note: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const tender = await lockTender(tx, input.tenderId);
    const winner = tender.bids.find((one) => one.id === tender.awardedBidId);
    const isConcerned =
      can(actor, "tender.operate", { regionCode: tender.regionCode }) ||
      (actor.kind === "USER" &&
        actor.memberships.some((one) => one.organisationId === winner?.organisationId));
    if (!isConcerned) throw new DomainError("not_found", { status: 404 });
    const { note } = input;
    await advance(tx, tenderConduct, tender.id, "refuseAward", actor, { note });
  });
}
