import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { type PlanEdit, readFindings } from "./findings-view";

/** So many changes are kept to tell a second organiser what happened meanwhile. */
const EDITS_KEPT = 40;

export interface DraftTarget {
  roadshowId: string;
  planId: string;
  /** Of the draft as the organiser sees it. */
  revision: number;
}

/**
 * Changes a draft by hand. Of two organisers at once the second is told what the first one changed.
 * @param work makes the change and says it without a language: what, and where to
 * @throws DomainError "not_found" (404), "wrong_state" (409), "plan_changed" (409, with the changes)
 */
export async function editDraft(
  { roadshowId, planId, revision }: DraftTarget,
  actor: UserActor,
  db: DbOrTx,
  work: (tx: Tx) => Promise<{ action: string; what: string }>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockRoadshow(tx, roadshowId);
    await assertOrganiser(tx, roadshowId, actor);
    const plan = await tx.roadshowPlan.findFirst({ where: { id: planId, roadshowId } });
    if (!plan) throw new DomainError("not_found", { status: 404 });
    if (plan.state !== "DRAFT") throw new DomainError("wrong_state", { status: 409 });
    const findings = readFindings(plan.findings);
    if (plan.revision !== revision) {
      const missed = findings.edits.filter((edit) => edit.revision > revision);
      throw new DomainError("plan_changed", {
        status: 409,
        params: { changes: missed.map(({ by, what }) => `${by}: ${what}`).join("；") || "—" },
      });
    }
    const { action, what } = await work(tx);
    const edit: PlanEdit = { revision: revision + 1, by: actor.name, what };
    const edits = [...findings.edits, edit].slice(-EDITS_KEPT);
    await tx.roadshowPlan.update({
      where: { id: planId },
      data: {
        revision: revision + 1,
        findings: { ...findings, edits },
        // The solver's figures were of its own plan.
        ...(action !== "lock" &&
          action !== "unlock" && { points: null, bound: null, isProvenBest: false }),
      },
    });
    await appendAudit(tx, actor, [
      {
        action: `roadshow-plan.${action}`,
        subjectType: "RoadshowPlan",
        subjectId: planId,
        detail: { revision: revision + 1 },
      },
    ]);
  });
}
