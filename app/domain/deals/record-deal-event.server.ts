import type { JsonValue } from "~/domain/audit/canonical-json";
import { clock } from "~/domain/shared/clock";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";

/** What can happen in a room besides talk; each has a text in the namespace `deals` under event.<code>. */
export type DealEvent = {
  code: string;
  params?: Record<string, string | number>;
  /** Page of the thing that it is about. */
  href?: string;
};

/**
 * Writes an event into the conversation of a room, for everybody there to read, and tells the open
 * pages. The caller has locked the room (lockDeal) or is moving it.
 */
export async function recordDealEvent(
  tx: Tx,
  dealId: string,
  event: DealEvent,
  author: { userId: string; organisationId: string | null } | null,
): Promise<void> {
  const { lastSequence } = await tx.deal.update({
    where: { id: dealId },
    data: { lastSequence: { increment: 1 } },
    select: { lastSequence: true },
  });
  await tx.dealMessage.create({
    data: {
      id: newId(),
      dealId,
      sequence: lastSequence,
      kind: "EVENT",
      authorId: author?.userId ?? null,
      organisationId: author?.organisationId ?? null,
      event: { ...event } satisfies Record<string, JsonValue | undefined>,
      createdAt: clock.now(),
    },
  });
  if (author) {
    // Nobody has one's own doings to read, unless something before them is unread.
    await tx.dealParticipant.updateMany({
      where: { dealId, userId: author.userId, readSequence: lastSequence - 1 },
      data: { readSequence: lastSequence },
    });
  }
  await enqueueJob(tx, "realtime.deal", { dealId, sequence: lastSequence });
}
