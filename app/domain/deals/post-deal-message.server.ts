import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { WORK_TYPES } from "~/domain/shared/file-type-rules";
import { newId } from "~/domain/shared/ids";
import {
  type FileUpload,
  type StoredFileRef,
  storeUpload,
} from "~/domain/shared/store-file.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { getDealSpeaker, lockDeal } from "./deal-access.server";
import { dealHref } from "./deal-href";
import type { DealMessageInput } from "./deal-message-schema";
import { listDealUserIds } from "./deal-people-queries.server";

/**
 * Adds a message, with a file or without, to the conversation of a room that is not closed. Numbers
 * have no gaps: the room is locked while the next one is taken. The same client key again is the same
 * message.
 * @throws DomainError "not_found", "forbidden" (403), "deal_area_closed" (403), "deal_not_open" (409),
 * "deal_empty_message", and those of storeUpload at field "file"
 * @returns number of the message
 */
export async function postDealMessage(
  dealId: string,
  input: DealMessageInput & { upload: FileUpload | null },
  actor: UserActor,
  db: Db,
): Promise<number> {
  const { upload, clientKey } = input;
  if (!upload && input.body === "") throw new DomainError("deal_empty_message", { field: "body" });
  const access = await getDealSpeaker(db, dealId, actor, "CONVERSATION");
  const posted = await findPosted(db, dealId, clientKey, actor);
  if (posted !== null) return posted;
  if (!upload) return inTransaction(db, (tx) => write(tx, dealId, input, null, actor));
  if (access.deal.state === "CLOSED") throw new DomainError("deal_not_open", { status: 409 });
  const file = {
    purpose: "DEAL" as const,
    organisationId: access.organisationId,
    userId: actor.userId,
    upload,
    allowed: WORK_TYPES,
    field: "file",
  };
  return storeUpload(file, db, (tx, stored) => write(tx, dealId, input, stored, actor));
}

async function findPosted(
  db: Db | Tx,
  dealId: string,
  clientKey: string,
  actor: UserActor,
): Promise<number | null> {
  const found = await db.dealMessage.findUnique({
    where: { dealId_authorId_clientKey: { dealId, authorId: actor.userId, clientKey } },
    select: { sequence: true },
  });
  return found?.sequence ?? null;
}

async function write(
  tx: Tx,
  dealId: string,
  input: DealMessageInput,
  file: StoredFileRef | null,
  actor: UserActor,
): Promise<number> {
  await lockDeal(tx, dealId);
  // Asked again under the lock: the person may have been removed meanwhile.
  const { deal, organisationId, participantId } = await getDealSpeaker(
    tx,
    dealId,
    actor,
    "CONVERSATION",
  );
  if (deal.state === "CLOSED") throw new DomainError("deal_not_open", { status: 409 });
  const posted = await findPosted(tx, dealId, input.clientKey, actor);
  if (posted !== null) return posted;
  const now = clock.now();
  const { lastSequence: sequence } = await tx.deal.update({
    where: { id: dealId },
    data: { lastSequence: { increment: 1 } },
    select: { lastSequence: true },
  });
  await tx.dealMessage.create({
    data: {
      id: newId(),
      dealId,
      sequence,
      kind: file ? "FILE" : "TEXT",
      authorId: actor.userId,
      organisationId,
      body: input.body,
      fileId: file?.id ?? null,
      clientKey: input.clientKey,
      createdAt: now,
    },
  });
  await tx.dealParticipant.updateMany({
    where: { id: participantId, readSequence: { lt: sequence } },
    data: { readSequence: sequence, readAt: now },
  });
  await enqueueJob(tx, "realtime.deal", { dealId, sequence });
  await tell(tx, deal, sequence, actor);
  await appendAudit(tx, actor, {
    action: "deal.message",
    subjectType: "Deal",
    subjectId: dealId,
    detail: { sequence, ...(file ? { fileSha256: file.sha256 } : {}) },
  });
  return sequence;
}

/** One notice per reader until the room is opened again, not one per message. */
async function tell(
  tx: Tx,
  deal: { id: string; title: string },
  sequence: number,
  actor: UserActor,
): Promise<void> {
  const href = dealHref(deal.id);
  const readers = await listDealUserIds(tx, deal.id, "CONVERSATION");
  const waiting = await tx.notification.findMany({
    where: { userId: { in: readers }, kind: "dealMessage", href, readAt: null },
    select: { userId: true },
  });
  const told = new Set([actor.userId, ...waiting.map((one) => one.userId)]);
  await notify(tx, {
    userIds: readers.filter((id) => !told.has(id)),
    kind: "dealMessage",
    params: { name: actor.name, title: deal.title },
    href,
    dedupeKey: `deal:${deal.id}:message:${sequence}`,
  });
}
