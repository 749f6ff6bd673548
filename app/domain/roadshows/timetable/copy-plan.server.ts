import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { copyEntries } from "./copy-entries.server";
import { insertDraft } from "./insert-draft.server";

/**
 * A new draft with the entries of a version, to be changed by hand.
 * @returns the id of the draft
 * @throws DomainError "not_found" (404), "plan_empty"
 */
export async function copyPlan(
  roadshowId: string,
  planId: string,
  actor: Actor,
  db: DbOrTx,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    await lockRoadshow(tx, roadshowId);
    await assertOrganiser(tx, roadshowId, actor);
    const plan = await tx.roadshowPlan.findFirst({ where: { id: planId, roadshowId } });
    if (!plan) throw new DomainError("not_found", { status: 404 });
    const entries = await tx.roadshowEntry.count({ where: { planId } });
    if (entries === 0) throw new DomainError("plan_empty");
    const id = await insertDraft(tx, roadshowId, { reason: "BY_HAND", basedOnId: planId }, actor);
    await copyEntries(tx, planId, id, 0);
    await appendAudit(tx, actor, [
      {
        action: "roadshow-plan.copy",
        subjectType: "RoadshowPlan",
        subjectId: id,
        detail: { roadshowId, from: planId },
      },
    ]);
    return id;
  });
}
