import { appendAudit } from "~/domain/audit/append-audit.server";
import { getDealSpeaker, lockDeal } from "~/domain/deals/deal-access.server";
import { otherSide } from "~/domain/deals/deal-role-rules";
import { recordDealEvent } from "~/domain/deals/record-deal-event.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { performanceHref } from "./performance-href";
import { listSideUserIds } from "./performance-people.server";
import type { TerminationReason } from "./performance-schema";
import { findRunningContract } from "./plan-rows.server";
import { findOpenTermination } from "./termination-queries.server";

/**
 * One side proposes to end the signed contract before it is performed (Civil Code art. 562-1). Only
 * people who may sign for the organisation; the contract goes on until the other side agrees.
 * @throws DomainError "forbidden" (403), "contract_not_running" (409), "termination_open" (409)
 */
export async function proposeTermination(
  input: { dealId: string; reason: TerminationReason; note: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { deal, side, organisationId } = await getDealSpeaker(db, input.dealId, actor);
  if (!side) throw new DomainError("forbidden", { status: 403 });
  assertCan(actor, "contract.sign", { organisationId });
  await inTransaction(db, async (tx) => {
    await lockDeal(tx, deal.id);
    const contract = await findRunningContract(tx, { dealId: deal.id });
    if (contract?.state !== "SIGNED") {
      throw new DomainError("contract_not_running", { status: 409 });
    }
    if (await findOpenTermination(tx, contract.id)) {
      throw new DomainError("termination_open", { status: 409 });
    }
    const id = newId();
    await tx.contractTermination.create({
      data: {
        id,
        contractId: contract.id,
        proposedBySide: side,
        proposedById: actor.userId,
        reason: input.reason,
        note: input.note,
        createdAt: clock.now(),
      },
    });
    const href = `${performanceHref(deal.id)}#termination`;
    await recordDealEvent(
      tx,
      deal.id,
      { code: "terminationProposed", params: { reason: input.reason }, href },
      { userId: actor.userId, organisationId },
    );
    await notify(tx, {
      userIds: await listSideUserIds(tx, deal.id, otherSide(side)),
      kind: "terminationProposed",
      params: { contract: contract.title },
      href,
      dedupeKey: `termination:${id}`,
    });
    await appendAudit(tx, actor, {
      action: "performance.termination.proposed",
      subjectType: "Contract",
      subjectId: contract.id,
      detail: { termination: id, side, reason: input.reason },
    });
  });
}
