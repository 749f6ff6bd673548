import type { UserActor } from "~/domain/identity/actor";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { getLead } from "./lead-access.server";

/** The project's own note about a lead. @throws DomainError "not_found" (404) */
export async function noteLead(
  input: { leadId: string; note: string },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { roadshowId } = await getLead(tx, input.leadId, actor);
    await lockRoadshow(tx, roadshowId);
    await tx.roadshowLead.update({ where: { id: input.leadId }, data: { note: input.note } });
  });
}
