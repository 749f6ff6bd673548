import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listOperatorIds } from "~/domain/notifications/recipients-queries.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { PAGE_TYPES } from "~/domain/shared/file-type-rules";
import { isId, newId } from "~/domain/shared/ids";
import { moveClocks } from "~/domain/shared/procedure/run-clocks.server";
import { type FileUpload, storeUpload } from "~/domain/shared/store-file.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { lockStrikes } from "./lock-strikes.server";
import { isPartOfCase } from "./trade-case-queries.server";
import type { TradeCaseRef } from "./trade-case-rules";
import { tradeDisputeProcedure } from "./trade-dispute-procedure";

/** Open disputes that an organisation may have at a time, so that the queue is not flooded. */
const MOST_OPEN = 20;

export type DisputeInput = TradeCaseRef & {
  organisationId: string;
  text: string;
  upload: FileUpload | null;
};

/**
 * Raises a dispute about a trade that the organisation took part in, once at a time.
 * @throws DomainError "forbidden" (403), "dispute_not_yours" at `trade`, "dispute_open_already" (409),
 * and what a file is refused for
 */
export async function raiseDispute(
  input: DisputeInput,
  actor: UserActor,
  db: Db,
): Promise<{ id: string }> {
  const { organisationId, upload } = input;
  assertCan(actor, "trade.dispute", { organisationId });
  if (!isId(input.caseId) || !(await isPartOfCase(db, input, organisationId))) {
    throw new DomainError("dispute_not_yours", { field: "trade" });
  }
  if (!upload) return inTransaction(db, (tx) => record(tx, input, null, actor));
  return storeUpload(
    {
      purpose: "DISPUTE",
      organisationId,
      userId: actor.userId,
      upload,
      allowed: PAGE_TYPES,
      field: "file",
    },
    db,
    (tx, file) => record(tx, input, file.id, actor),
  );
}

async function record(
  tx: Tx,
  input: DisputeInput,
  fileId: string | null,
  actor: UserActor,
): Promise<{ id: string }> {
  const { caseType, caseId, organisationId } = input;
  // Two at once about one case: the second one waits here and finds the first.
  await lockStrikes(tx, organisationId);
  const open = await tx.tradeDispute.findMany({
    where: { organisationId, state: "OPEN" },
    select: { caseType: true, caseId: true },
  });
  if (open.some((one) => one.caseType === caseType && one.caseId === caseId)) {
    throw new DomainError("dispute_open_already", { field: "trade", status: 409 });
  }
  if (open.length >= MOST_OPEN) throw new DomainError("too_many_requests", { status: 429 });
  const now = clock.now();
  const row = await tx.tradeDispute.create({
    data: {
      id: newId(),
      caseType,
      caseId,
      organisationId,
      raisedById: actor.userId,
      text: input.text.trim(),
      fileId,
      createdAt: now,
    },
    select: { id: true, number: true, state: true },
  });
  await moveClocks(tx, tradeDisputeProcedure, [row], "raise", row.state, now);
  await notify(tx, {
    userIds: await listOperatorIds(tx),
    kind: "tradeDisputeRaised",
    params: { number: row.number },
    href: `/office/oversight/disputes/${row.id}`,
    dedupeKey: `trade-dispute:${row.id}:raised`,
  });
  await appendAudit(tx, actor, {
    action: "oversight.dispute.raised",
    subjectType: "TradeDispute",
    subjectId: row.id,
    detail: { caseType, caseId, organisationId },
  });
  return { id: row.id };
}
