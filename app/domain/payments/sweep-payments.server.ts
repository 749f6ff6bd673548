import { systemActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { listOperatorIds } from "~/domain/notifications/recipients-queries.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { toYuanText } from "~/domain/shared/money";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { findStripe } from "~/platform/stripe.server";
import { askStripe } from "./ask-stripe.server";
import { paymentConduct } from "./payment-conduct.server";
import { LAPSING_PURPOSES } from "./payment-procedure";
import { expireSession } from "./session-truth.server";

const BATCH = 200;
/** An event, a refund or a payout that was not followed up within this time is taken up again. */
const STALE_MS = 5 * 60_000;

/** Lapses what was not paid in time, asks about open sessions, takes up what was left lying. */
export async function sweepPayments(db: Db): Promise<{ lapsed: number; failed: number }> {
  const now = clock.now();
  let failed = 0;
  const started = await db.payment.findMany({
    where: { state: "STARTED" },
    orderBy: { id: "asc" },
    take: BATCH,
    select: { id: true, purpose: true, dueAt: true, stripeSessionId: true },
  });
  const stripe = findStripe();
  for (const row of started) {
    const isLate = row.dueAt !== null && row.dueAt <= now && lapses(row.purpose);
    try {
      if (stripe && isLate && row.stripeSessionId) {
        await expireSession(stripe, row.stripeSessionId, db);
      }
      await askStripe(row.id, db);
    } catch {
      // Stripe is away: the next sweep asks again.
      failed += 1;
    }
  }
  const lapsed = await lapseDue(db, now);
  await takeUp(db, now);
  await tellOfLateRefunds(db, now);
  return { lapsed, failed };
}

const lapses = (purpose: string) => LAPSING_PURPOSES.some((one) => one === purpose);

async function lapseDue(db: Db, now: Date): Promise<number> {
  const due = await db.payment.findMany({
    where: { state: "DUE", dueAt: { lte: now }, purpose: { in: [...LAPSING_PURPOSES] } },
    orderBy: { dueAt: "asc" },
    take: BATCH,
    select: { id: true },
  });
  let lapsed = 0;
  for (const { id } of due) {
    try {
      await advance(db, paymentConduct, id, "lapse", systemActor("payments"));
      lapsed += 1;
    } catch (error) {
      // Paid or cancelled at the same moment.
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return lapsed;
}

async function takeUp(db: Db, now: Date): Promise<void> {
  const before = { lt: new Date(now.getTime() - STALE_MS) };
  const [events, refunds, payouts] = await Promise.all([
    db.stripeEvent.findMany({
      where: { handledAt: null, receivedAt: before },
      orderBy: { receivedAt: "asc" },
      take: BATCH,
      select: { id: true },
    }),
    db.refund.findMany({
      where: { method: "STRIPE", state: { in: ["DUE", "SENT"] }, createdAt: before },
      take: BATCH,
      select: { id: true },
    }),
    db.payout.findMany({
      where: { method: "STRIPE", state: "SENT", sentAt: before },
      take: BATCH,
      select: { id: true },
    }),
  ]);
  await db.$transaction(async (tx) => {
    for (const { id } of events) {
      await enqueueJob(tx, "payments.stripeEvent", { eventId: id }, { key: `stripe-event:${id}` });
    }
    for (const { id } of refunds) {
      await enqueueJob(tx, "payments.refund", { refundId: id }, { key: `refund:${id}` });
    }
    for (const { id } of payouts) {
      await enqueueJob(tx, "payments.payout", { payoutId: id }, { key: `payout:${id}` });
    }
  });
}

async function tellOfLateRefunds(db: Db, now: Date): Promise<void> {
  const late = await db.refund.findMany({
    where: { state: { not: "DONE" }, dueAt: { lte: now } },
    orderBy: { dueAt: "asc" },
    take: BATCH,
    select: { id: true, amountFen: true, payment: { select: { title: true } } },
  });
  if (late.length === 0) return;
  await db.$transaction(async (tx) => {
    const userIds = await listOperatorIds(tx);
    for (const row of late) {
      await notify(tx, {
        userIds,
        kind: "payRefundLate",
        params: { title: row.payment.title, amount: toYuanText(row.amountFen) },
        href: "/office/refunds",
        dedupeKey: `pay-refund-late:${row.id}`,
      });
    }
  });
}
