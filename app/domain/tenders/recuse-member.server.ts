import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getTenderAccess } from "./tender-access.server";
import { tellOperators } from "./tender-notices.server";
import { lockTender } from "./tender-rows.server";

const RUNNING: readonly string[] = ["ISSUED", "OPENING", "EVALUATION"];

/**
 * 回避: a member steps down, or the market finds that one must. Scores of somebody who has left do
 * not count, and somebody else is named.
 * @param input.memberId null: the actor's own seat
 * @throws DomainError "not_found" (404), "wrong_state" (409)
 */
export async function recuseMember(
  input: { tenderId: string; memberId: string | null; note: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getTenderAccess(tx, input.tenderId, actor);
    const tender = await lockTender(tx, input.tenderId);
    const isOperator = can(actor, "tender.operate", { regionCode: tender.regionCode });
    const userId = actor.kind === "USER" ? actor.userId : "";
    const member = tender.members.find((one) =>
      input.memberId === null ? one.userId === userId : isOperator && one.id === input.memberId,
    );
    if (!member) throw new DomainError("not_found", { status: 404 });
    if (!RUNNING.includes(tender.state) || member.recusedAt) {
      throw new DomainError("wrong_state", { status: 409 });
    }
    await tx.tenderMember.update({
      where: { id: member.id },
      data: { recusedAt: clock.now(), recusalNote: input.note, submittedAt: null },
    });
    await tellOperators(tx, tender, "tenderMemberGone");
    await appendAudit(tx, actor, {
      action: "tender.member-recused",
      subjectType: "Tender",
      subjectId: tender.id,
      detail: { memberId: member.id, isOwn: input.memberId === null },
    });
  });
}
