import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getTenderAccess } from "./tender-access.server";
import { tenderConduct } from "./tender-conduct.server";
import { RESUMING } from "./tender-procedure";
import { lockTender } from "./tender-rows.server";

/** Moves that need nothing but, some of them, a reason. */
export const PLAIN_MOVES = [
  "submit",
  "discard",
  "correct",
  "issue",
  "concludeOpening",
  "publishCandidates",
  "reEvaluate",
  "excuseWinner",
  "close",
  "failOpened",
  "cancel",
  "suspend",
  "resume",
] as const;
export type PlainTenderMove = (typeof PLAIN_MOVES)[number];

/** An opening decrypts every bid within its transaction. */
const LONG_MS = 120_000;

/**
 * Moves a tender on. "resume" leads back to the state that the suspension came from.
 * @throws DomainError "not_found" (404), "wrong_actor" (403), "wrong_state" (409), "note_required",
 * or the code of the first condition that is not met
 */
export async function moveTender(
  input: { tenderId: string; move: PlainTenderMove; note?: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await getTenderAccess(db, input.tenderId, actor);
  await inTransaction(
    db,
    async (tx) => {
      const tender = await lockTender(tx, input.tenderId);
      const { move, note = "" } = input;
      if (move !== "resume") {
        await advance(tx, tenderConduct, tender.id, move, actor, { note });
        return;
      }
      const from = tender.suspendedFrom as keyof typeof RESUMING | null;
      if (tender.state !== "SUSPENDED" || !from || !(from in RESUMING)) {
        throw new DomainError("wrong_state", { status: 409 });
      }
      await advance(tx, tenderConduct, tender.id, RESUMING[from], actor, { note });
    },
    { timeoutMs: LONG_MS },
  );
}
