import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockLot } from "./lock-lot.server";
import { lotConduct } from "./lot-conduct.server";
import { settleApplications } from "./settle-applications.server";
import { tellOperatorsOnce } from "./tell-lot.server";

const isOver = (at: Date | null, now: Date) => at !== null && at.getTime() <= now.getTime();

/** Of a training run nobody waits for a contract; of a sale a person decides whether it was broken. */
const isFinishedTraining = (
  lot: { isTraining: boolean; state: string; contractDueAt: Date | null },
  now: Date,
) =>
  lot.isTraining &&
  (lot.state === "SOLD" || lot.state === "NEGOTIATION") &&
  isOver(lot.contractDueAt, now);

/**
 * Does what is due about a lot by its announced instants. It may run at any time and any number of
 * times: what is not due, or done already, does nothing.
 */
export async function fireLotDue(lotId: string, actor: Actor, db: DbOrTx): Promise<void> {
  await inTransaction(db, async (tx) => {
    const lot = await lockLot(tx, lotId);
    const now = clock.now();
    if (lot.state === "ANNOUNCED" && isOver(lot.applicationsEndAt, now)) {
      await settleApplications(tx, lot, actor, now);
    } else if (lot.state === "PENDING_CONFIRM" && isOver(lot.confirmDueAt, now)) {
      await advance(tx, lotConduct, lot.id, "defaultUnconfirmed", actor);
    } else if (isFinishedTraining(lot, now)) {
      await advance(tx, lotConduct, lot.id, "endTraining", actor);
    } else if (lot.state === "SOLD" && lot.contractDueAt && isOver(lot.contractDueAt, now)) {
      // Whose fault it is a person finds out.
      await tellOperatorsOnce(tx, lot, "lotUnsigned", lot.contractDueAt.toISOString());
    }
  });
}
