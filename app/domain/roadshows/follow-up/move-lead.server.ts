import type { UserActor } from "~/domain/identity/actor";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { getLead } from "./lead-access.server";
import { leadConduct } from "./lead-conduct.server";
import type { DropCode } from "./lead-schema";

export type MoveLeadInput = { leadId: string; note: string } & (
  | { move: "contact" | "reopen" }
  | { move: "drop"; dropCode: DropCode }
);

/**
 * What the project's people say about a lead. The note stays with the lead and is theirs alone.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "required" at dropCode
 */
export async function moveLead(input: MoveLeadInput, actor: UserActor, db: DbOrTx): Promise<void> {
  const { leadId, move, note } = input;
  await inTransaction(db, async (tx) => {
    const { roadshowId } = await getLead(tx, leadId, actor);
    await lockRoadshow(tx, roadshowId);
    // Notes may name people: they stay out of the evidence, which is kept for good.
    const evidence = input.move === "drop" ? { dropCode: input.dropCode } : {};
    await advance(tx, leadConduct, leadId, move, actor, evidence);
    if (note) await tx.roadshowLead.update({ where: { id: leadId }, data: { note } });
  });
}
