import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { roadshowPlanConduct } from "./roadshow-plan-conduct.server";

/**
 * Gives a version up that was never public; one that is being solved too.
 * @throws DomainError "not_found" (404), "wrong_state" (409)
 */
export async function discardPlan(
  roadshowId: string,
  planId: string,
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockRoadshow(tx, roadshowId);
    await assertOrganiser(tx, roadshowId, actor);
    const plan = await tx.roadshowPlan.findFirst({ where: { id: planId, roadshowId } });
    if (!plan) throw new DomainError("not_found", { status: 404 });
    await advance(tx, roadshowPlanConduct, planId, "discard", actor);
  });
}
