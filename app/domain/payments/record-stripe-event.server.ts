import { appendAudit } from "~/domain/audit/append-audit.server";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";

export type ReceivedEvent = {
  id: string;
  type: string;
  api_version: string | null;
  livemode: boolean;
  /** Seconds since 1970, at Stripe. */
  created: number;
  data: object;
};

/** Actor for calls that carry Stripe's signature. */
export const stripeActor = systemActor("stripe");

/**
 * Keeps an event of Stripe once, however often it is sent.
 * @returns whether it was new
 */
export async function recordStripeEvent(
  event: ReceivedEvent,
  actor: Actor,
  db: Db,
): Promise<boolean> {
  if (actor.kind !== "SYSTEM") throw new DomainError("forbidden", { status: 403 });
  return inTransaction(db, async (tx) => {
    const { count } = await tx.stripeEvent.createMany({
      data: [
        {
          id: event.id,
          type: event.type,
          apiVersion: event.api_version,
          isLive: event.livemode,
          payload: structuredClone(event.data),
          createdAt: new Date(event.created * 1000),
          receivedAt: clock.now(),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return false;
    await enqueueJob(tx, "payments.stripeEvent", { eventId: event.id });
    await appendAudit(tx, actor, {
      action: "payments.event.received",
      subjectType: "StripeEvent",
      subjectId: event.id,
      detail: { type: event.type },
    });
    return true;
  });
}
