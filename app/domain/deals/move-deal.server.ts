import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { CloseCode } from "./close-schema";
import { getDealAccess, lockDeal } from "./deal-access.server";
import { dealConduct } from "./deal-conduct.server";

export type DealMoveInput =
  | { move: "pause" | "dispute"; note: string }
  | { move: "resume" }
  | { move: "close"; closeCode: CloseCode; note: string };

/**
 * A speaker of a side pauses, resumes or disputes the talks, or closes the room without result and
 * with a coded reason.
 * @throws DomainError "not_found", "wrong_actor" (403), "wrong_state" (409), "note_required",
 * "close_reason_required", "deal_already_signed"
 */
export async function moveDeal(
  dealId: string,
  input: DealMoveInput,
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { move, ...evidence } = input;
  await inTransaction(db, async (tx) => {
    await getDealAccess(tx, dealId, actor, null);
    await lockDeal(tx, dealId);
    await advance(tx, dealConduct, dealId, move, actor, evidence);
  });
}
