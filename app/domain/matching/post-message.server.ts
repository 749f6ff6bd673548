import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { clock } from "~/domain/shared/clock";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { introductionHref } from "./introduction-conduct.server";
import { type IntroductionRow, introductionSelect, listingsOf } from "./introduction-rows.server";
import type { MessageInput } from "./introduction-schema";

/**
 * Adds a message to the conversation of an accepted request. Sequence numbers have no gaps: the
 * request's row is locked while the next one is taken. The same message posted again is one message.
 * @throws DomainError "not_found" for strangers, "forbidden" (403), "introduction_not_open" (409)
 * @returns the sequence number of the message
 */
export async function postMessage(
  introductionId: string,
  input: MessageInput,
  actor: UserActor,
  db: Db,
): Promise<number> {
  return inTransaction(db, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Introduction" WHERE id = ${introductionId}::uuid FOR UPDATE`;
    const row = assertFound(
      await tx.introduction.findUnique({
        where: { id: introductionId },
        select: introductionSelect,
      }),
    );
    const organisationId = speakerOf(row, actor);
    if (row.state !== "ACCEPTED") throw new DomainError("introduction_not_open", { status: 409 });
    const repeated = await tx.introductionMessage.findUnique({ where: { id: input.messageId } });
    if (repeated) {
      if (repeated.introductionId === row.id && repeated.authorId === actor.userId) {
        return repeated.sequence;
      }
      throw new DomainError("bad_form", { status: 400 });
    }
    const last = await tx.introductionMessage.aggregate({
      where: { introductionId },
      _max: { sequence: true },
    });
    const sequence = (last._max.sequence ?? 0) + 1;
    const now = clock.now();
    await tx.introductionMessage.create({
      data: {
        id: input.messageId,
        introductionId,
        sequence,
        authorId: actor.userId,
        organisationId,
        body: input.body,
        createdAt: now,
      },
    });
    await tell(tx, row, sequence, organisationId, actor);
    await appendAudit(tx, actor, {
      action: "introduction.message",
      subjectType: "Introduction",
      subjectId: introductionId,
      detail: { sequence },
    });
    return sequence;
  });
}

/** The side for which the actor speaks, the organisation acted for first. */
function speakerOf(row: IntroductionRow, actor: UserActor): string {
  const sides = [row.toOrganisationId, row.fromOrganisationId];
  const seen = sides.filter((id) => can(actor, "introduction.view", { organisationId: id }));
  if (seen.length === 0) throw new DomainError("not_found", { status: 404 });
  const speaks = seen.filter((id) => can(actor, "introduction.answer", { organisationId: id }));
  const chosen = speaks.find((id) => id === actor.organisationId) ?? speaks[0];
  if (!chosen) throw new DomainError("forbidden", { status: 403 });
  return chosen;
}

/** One notice per reader until the conversation is read again, not one per message. */
async function tell(
  tx: Tx,
  row: IntroductionRow,
  sequence: number,
  organisationId: string,
  actor: UserActor,
): Promise<void> {
  const isRequester = row.fromOrganisationId === organisationId;
  const otherSide = isRequester ? row.toOrganisationId : row.fromOrganisationId;
  const others = await listPublisherIds(tx, otherSide);
  const waiting = await tx.notification.findMany({
    where: {
      userId: { in: others },
      kind: "introductionMessage",
      href: introductionHref(row.id),
      readAt: null,
    },
    select: { userId: true },
  });
  const told = new Set(waiting.map((one) => one.userId));
  await notify(tx, {
    userIds: others.filter((id) => !told.has(id)),
    kind: "introductionMessage",
    params: { name: actor.name, title: listingsOf(row).asked.title },
    href: introductionHref(row.id),
    dedupeKey: `introduction:${row.id}:message:${sequence}`,
  });
  await enqueueJob(tx, "realtime.introduction", { introductionId: row.id });
}
