import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { tradeDisputeConduct } from "./trade-dispute-conduct.server";
import type { TradeDisputeMove } from "./trade-dispute-procedure";

/**
 * Withdraws or decides a dispute. To strangers it does not exist.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "note_required"
 */
export async function moveDispute(
  input: { disputeId: string; move: TradeDisputeMove; note?: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const row = isId(input.disputeId)
    ? await db.tradeDispute.findUnique({
        where: { id: input.disputeId },
        select: { organisationId: true },
      })
    : null;
  const isKnown =
    row &&
    (can(actor, "trade.watch") ||
      actor.memberships.some((one) => one.organisationId === row.organisationId));
  if (!isKnown) throw new DomainError("not_found", { status: 404 });
  const note = input.note?.trim();
  await advance(db, tradeDisputeConduct, input.disputeId, input.move, actor, note ? { note } : {});
}
