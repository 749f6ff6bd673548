import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getReadableTaker } from "./taker-access.server";
import { lockTaker } from "./taker-rows.server";

/**
 * Writes the milestones while the contract is being made; from the beginning of the work on they stand.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409), "required"
 */
export async function planTakerMilestones(
  input: {
    takerId: string;
    milestones: readonly { title: string; target: string; dueOn: string | null }[];
  },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getReadableTaker(tx, input.takerId, actor);
    const row = await lockTaker(tx, input.takerId);
    const { organisationId } = row.challenge;
    const isSide =
      can(actor, "challenge.decide", { organisationId }) ||
      can(actor, "challenge.intend", { organisationId: row.organisationId });
    if (!isSide) throw new DomainError("forbidden", { status: 403 });
    if (row.state !== "CONTRACTING") throw new DomainError("wrong_state", { status: 409 });
    const gap = input.milestones.findIndex((one) => one.title === "" || one.dueOn === null);
    if (gap >= 0 || input.milestones.length === 0) {
      throw new DomainError("required", { field: `milestones[${Math.max(gap, 0)}].title` });
    }
    await tx.challengeMilestone.deleteMany({ where: { takerId: row.id } });
    await tx.challengeMilestone.createMany({
      data: input.milestones.map((one, index) => ({
        id: newId(),
        takerId: row.id,
        sort: index + 1,
        title: one.title,
        target: one.target,
        dueOn: one.dueOn === null ? null : dateColumn(one.dueOn),
      })),
    });
    await appendAudit(tx, actor, {
      action: "challenge-taker.milestones-planned",
      subjectType: "ChallengeTaker",
      subjectId: row.id,
      detail: { milestones: input.milestones.length },
    });
  });
}
