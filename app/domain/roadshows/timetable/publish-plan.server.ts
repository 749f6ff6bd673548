import { type Actor, systemActor } from "~/domain/identity/actor";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { advanceRoadshow } from "../events/advance-roadshow.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { findConflicts, nameConflicts } from "./conflict-queries.server";
import { roadshowPlanConduct } from "./roadshow-plan-conduct.server";
import { assertFresh } from "./stale-draft.server";

/**
 * Makes a version the one that everybody sees; the former gives way, calendars take it as newer, and those
 * for whom something changes are told. The event's agenda is set with the first one.
 * @param ofRoadshow the event that a form was sent for; a version of another one is not found
 * @throws DomainError "not_found" (404), "plan_conflicts" (with their names), "plan_stale" (409),
 * "wrong_state" (409)
 */
export async function publishPlan(
  planId: string,
  as: "PROVISIONAL" | "FINAL",
  actor: Actor,
  db: DbOrTx,
  ofRoadshow?: string,
): Promise<void> {
  await inTransaction(
    db,
    async (tx) => {
      const plan = assertFound(await tx.roadshowPlan.findUnique({ where: { id: planId } }));
      const { roadshowId } = plan;
      if (ofRoadshow && ofRoadshow !== roadshowId) {
        throw new DomainError("not_found", { status: 404 });
      }
      await lockRoadshow(tx, roadshowId);
      if (actor.kind === "USER") {
        await assertOrganiser(tx, roadshowId, actor);
        await assertFresh(tx, plan);
        const hard = (await findConflicts(tx, planId)).filter((one) => one.isHard);
        if (hard.length > 0) {
          throw new DomainError("plan_conflicts", { params: { names: nameConflicts(hard) } });
        }
      }
      const move = as === "FINAL" ? "publishFinal" : "publishProvisional";
      await advance(tx, roadshowPlanConduct, planId, move, actor);
      const { state } = await tx.roadshow.findUniqueOrThrow({ where: { id: roadshowId } });
      if (state !== "SELECTION") return;
      await advanceRoadshow(roadshowId, "setAgenda", {}, systemActor("roadshow-timetable"), tx);
    },
    { timeoutMs: 30_000 },
  );
}
