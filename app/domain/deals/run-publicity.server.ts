import type { Actor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { publicityConduct } from "./publicity-conduct.server";
import { lockPublicity } from "./publicity-rows.server";

export type RunPublicityInput =
  | { publicityId: string; move: "start" }
  | { publicityId: string; move: "revise" | "stop"; note: string };

/**
 * Begins the public period, or ends it for good.
 * @throws DomainError "wrong_actor" (403), "wrong_state" (409), "note_required", or the code of the
 * first condition that is not met
 */
export async function runPublicity(
  input: RunPublicityInput,
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { id } = await lockPublicity(tx, input.publicityId);
    const note = "note" in input ? { note: input.note } : {};
    await advance(tx, publicityConduct, id, input.move, actor, note);
  });
}
