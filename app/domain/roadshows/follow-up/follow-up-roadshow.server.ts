import { systemActor } from "~/domain/identity/actor";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { makeLeads } from "./make-leads.server";
import { noteOutcomes } from "./note-outcomes.server";
import { planFollowUps } from "./plan-follow-ups.server";

/** What follows from a change at an event: its leads, how far its projects came, the dates of follow-up. */
export async function followUpRoadshow(roadshowId: string, db: DbOrTx): Promise<void> {
  const actor = systemActor("roadshow-leads");
  await inTransaction(db, async (tx) => {
    await makeLeads(tx, roadshowId, actor);
    await noteOutcomes(tx, roadshowId, actor);
    await planFollowUps(tx, roadshowId);
  });
}
