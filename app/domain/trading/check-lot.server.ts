import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockLot } from "./lock-lot.server";
import { readLotChecks } from "./lot-checks-schema";
import { lotConduct } from "./lot-conduct.server";

export type LotCheckDecision =
  | { decision: "announce" }
  | { decision: "return"; note: string; comments: readonly { field: string; text: string }[] };

/**
 * The market's check: announced, by which the rules are frozen, or returned with comments at the
 * fields.
 * @throws DomainError "forbidden" (403), "not_found" (404), and what the procedure refuses
 */
export async function checkLot(
  input: { lotId: string } & LotCheckDecision,
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  if (actor.kind !== "USER") throw new DomainError("forbidden", { status: 403 });
  await inTransaction(db, async (tx) => {
    const lot = await lockLot(tx, input.lotId);
    assertCan(actor, "lot.check", { regionCode: lot.regionCode });
    if (input.decision === "announce") {
      await advance(tx, lotConduct, lot.id, "announce", actor);
      return;
    }
    const at = clock.now().toISOString();
    const comments = input.comments
      .filter((one) => one.text.trim() !== "")
      .map((one) => ({ field: one.field, text: one.text.trim().slice(0, 500), at }));
    await advance(tx, lotConduct, lot.id, "returnForCorrection", actor, {
      note: input.note,
      fields: comments.map((one) => one.field),
    });
    await tx.lot.update({
      where: { id: lot.id },
      data: { checks: { ...readLotChecks(lot.checks), comments } },
    });
  });
}
