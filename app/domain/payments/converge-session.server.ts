import type Stripe from "stripe";
import { appendAudit } from "~/domain/audit/append-audit.server";
import { systemActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { listOperatorIds } from "~/domain/notifications/recipients-queries.server";
import { isId } from "~/domain/shared/ids";
import { toYuanText } from "~/domain/shared/money";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { differenceKey } from "./difference-key";
import { paymentConduct } from "./payment-conduct.server";
import { lockPayment, type PaymentRow } from "./payment-rows.server";
import { book } from "./post-booking.server";
import { returnLimit } from "./return-limit.server";
import { readSession, type SessionFacts, type SessionStep, stepOf } from "./session-rules";

const market = systemActor("stripe");

/**
 * Brings a payment into line with one of its sessions, just read at Stripe: once, in any order, however
 * often. Money of a wrong amount or currency, or a second payment, is never booked as paid.
 */
export async function convergeSession(
  session: Stripe.Checkout.Session,
  db: Db,
): Promise<SessionStep> {
  const paymentId = session.metadata?.paymentId;
  if (!isId(paymentId)) return "NOTHING";
  const facts = readSession(session);
  return inTransaction(db, async (tx) => {
    const count = await tx.payment.count({ where: { id: paymentId } });
    if (count === 0) return "NOTHING";
    const row = await lockPayment(tx, paymentId);
    const step = stepOf(row, session.id, facts);
    await carryOut(tx, row, session.id, step, facts);
    if (facts.kind === "PAID" && step !== "DIFFERENCE") await bookStripeFee(tx, row, session);
    return step;
  });
}

async function carryOut(
  tx: Tx,
  row: PaymentRow,
  sessionId: string,
  step: SessionStep,
  facts: SessionFacts,
): Promise<void> {
  if (step === "CLOSE") {
    await advance(tx, paymentConduct, row.id, "closeSession", market, { sessionId });
    return;
  }
  if (facts.kind !== "PAID") return;
  const { paymentIntentId, currency } = facts;
  const input = { sessionId, paymentIntentId, currency, amountFen: facts.amountFen.toString() };
  if (step === "PAY") await advance(tx, paymentConduct, row.id, "payOnline", market, input);
  if (step === "RETURN") {
    const returnDueAt = (await returnLimit(tx)).toISOString();
    const note = "arrived after the end";
    await advance(tx, paymentConduct, row.id, "comeLate", market, { ...input, note, returnDueAt });
  }
  if (step === "DIFFERENCE") await noteDifference(tx, row, sessionId, facts);
}

/** Money is there that settles nothing: it is owed to whoever sent it until an operator returns it. */
async function noteDifference(
  tx: Tx,
  row: PaymentRow,
  sessionId: string,
  facts: SessionFacts & { kind: "PAID" },
): Promise<void> {
  const key = differenceKey(facts.paymentIntentId ?? sessionId);
  if (facts.currency === "CNY" && facts.amountFen > 0n) {
    await book(tx, {
      kind: "CORRECTION",
      dedupeKey: key,
      caseType: row.caseType,
      caseId: row.caseId,
      paymentId: row.id,
      note: `${row.reference} ${facts.paymentIntentId ?? sessionId}`,
      entries: [
        { account: "stripe", amountFen: facts.amountFen },
        { account: "differences", amountFen: -facts.amountFen },
      ],
    });
  }
  if (row.state === "STARTED" && row.stripeSessionId === sessionId) {
    const input = { sessionId, note: "amount or currency differs" };
    await advance(tx, paymentConduct, row.id, "closeSession", market, input);
  }
  const isKnown = await tx.auditEvent.count({
    where: {
      action: "payment.difference",
      subjectId: row.id,
      detail: { path: ["key"], equals: key },
    },
  });
  if (isKnown > 0) return;
  await notify(tx, {
    userIds: await listOperatorIds(tx),
    kind: "payDifference",
    params: { title: row.title, amount: `${facts.currency} ${toYuanText(facts.amountFen)}` },
    href: "/office/reconciliation",
    dedupeKey: key,
  });
  await appendAudit(tx, market, {
    action: "payment.difference",
    subjectType: "Payment",
    subjectId: row.id,
    detail: { key, amount: facts.amountFen.toString(), currency: facts.currency },
  });
}

/** Stripe's own fee, where Stripe settles in the market's currency and tells it. */
async function bookStripeFee(
  tx: Tx,
  row: PaymentRow,
  session: Stripe.Checkout.Session,
): Promise<void> {
  const intent = typeof session.payment_intent === "object" ? session.payment_intent : null;
  const charge = typeof intent?.latest_charge === "object" ? intent.latest_charge : null;
  const settled =
    typeof charge?.balance_transaction === "object" ? charge.balance_transaction : null;
  if (!charge || !settled || settled.currency !== "cny" || settled.fee <= 0) return;
  await book(tx, {
    kind: "STRIPE_FEE",
    dedupeKey: `stripe-fee:${charge.id}`,
    caseType: row.caseType,
    caseId: row.caseId,
    paymentId: row.id,
    note: row.reference,
    entries: [
      { account: "stripe-fees", amountFen: BigInt(settled.fee) },
      { account: "stripe", amountFen: -BigInt(settled.fee) },
    ],
  });
}
