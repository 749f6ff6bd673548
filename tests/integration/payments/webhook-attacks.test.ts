import { describe, expect, it } from "vitest";
import { systemActor } from "~/domain/identity/actor";
import { cancelPayment } from "~/domain/payments/cancel-payment.server";
import { handleStripeEvent } from "~/domain/payments/handle-stripe-event.server";
import { releaseDeposit } from "~/domain/payments/release-deposit.server";
import { requestPayment } from "~/domain/payments/request-payment.server";
import { sendRefund } from "~/domain/payments/send-refund.server";
import { startCheckout } from "~/domain/payments/start-checkout.server";
import { newId } from "~/domain/shared/ids";
import { findStripe } from "~/platform/stripe.server";
import { action } from "~/routes/api+/webhooks+/stripe";
import { signPayload } from "../../../app/server/stripe-stand-in-webhooks.ts";
import { makeTreasurer } from "../../factories/payments.ts";
import { makeOrganisation } from "../../factories/people.ts";
import { useTestStripe } from "../../factories/stripe.ts";
import { useTestDb } from "../../setup/database.ts";

const t = useTestDb("file");
const stripe = useTestStripe();
const market = systemActor("test");
const FEN = 100_000n;

/** What arrives at the market's endpoint from anywhere in the world. */
async function post(body: string, signature: string | null): Promise<number> {
  const headers = new Headers(signature === null ? [] : [["stripe-signature", signature]]);
  const request = new Request("http://market.test/api/webhooks/stripe", {
    method: "POST",
    body,
    headers,
  });
  return (await action({ request, params: {}, context: {} } as never)).status;
}

/** Posts events and does what their jobs do. */
async function send(events: readonly { body: string; signature: string }[]): Promise<void> {
  await Promise.all(
    events.map(async ({ body, signature }) => {
      expect(await post(body, signature)).toBe(200);
      await handleStripeEvent(JSON.parse(body).id, t.db);
    }),
  );
}

const forge = (type: string, object: object, more: object = {}) => {
  const id = `evt_${newId().replaceAll("-", "")}`;
  const body = JSON.stringify({
    ...{ id, object: "event", type, api_version: "2026-10-28.endive", livemode: false },
    ...{ created: Math.floor(Date.now() / 1000), data: { object }, ...more },
  });
  return { id, body, signature: signPayload(body, stripe.standIn.webhookSecret) };
};

async function started() {
  const payer = await makeOrganisation(t.db);
  const request = {
    ...({ purpose: "DEPOSIT", caseType: "LOT", title: "保证金" } as const),
    ...{ caseId: newId(), itemId: newId(), payerOrganisationId: payer.id },
    ...{ amountFen: FEN, dueAt: null },
  };
  const { id } = await t.db.$transaction((tx) => requestPayment(tx, request, market));
  await startCheckout(id, await makeTreasurer(t.db, payer.id), t.db);
  return { id, session: (await read(id)).stripeSessionId ?? "" };
}
const read = (id: string) =>
  t.db.payment.findUniqueOrThrow({ where: { id }, include: { refund: true } });
const bookings = async (paymentId: string) => {
  const found = await t.db.ledgerTransaction.findMany({
    where: { paymentId, kind: { not: "STRIPE_FEE" } },
    orderBy: { number: "asc" },
  });
  return found.map((one) => one.kind);
};
async function paid() {
  const one = await started();
  stripe.pay(one.session);
  await send(stripe.takeEvents());
  return { ...one, intent: (await read(one.id)).stripePaymentIntentId ?? "" };
}

describe("events sent against the market", () => {
  it("are refused without the right, fresh signature over the very bytes, and leave nothing", async () => {
    const { id, session } = await started();
    const { body, signature } = forge("checkout.session.completed", { id: session });
    const old = signPayload(body, stripe.standIn.webhookSecret, 1_600_000_000);
    const wrong = signPayload(body, "whsec_other");
    const changed = body.replace(session, `${session}x`);
    for (const [bytes, sign] of [
      [body, null],
      [body, ""],
      [body, "t=1,v1=00"],
      [body, old],
      [body, wrong],
      [changed, signature],
      ["", signature],
    ] as const) {
      expect(await post(bytes, sign)).toBe(400);
    }
    expect(
      await t.db.stripeEvent.count({
        where: { payload: { path: ["object", "id"], equals: session } },
      }),
    ).toBe(0);
    expect((await read(id)).state).toBe("STARTED");
  });

  it("are kept and booked once when replayed, also eight times at once", async () => {
    const { id, session } = await started();
    stripe.pay(session);
    const events = stripe.takeEvents();
    await send([...events, ...events, ...events].slice(0, 8));
    await send(events);
    expect(await bookings(id)).toEqual(["DEPOSIT_PAID"]);
    const ids = events.map((one) => JSON.parse(one.body).id as string);
    expect(await t.db.stripeEvent.count({ where: { id: { in: ids } } })).toBe(ids.length);
  });

  it("say nothing by themselves: a signed event that lies about an unpaid session books nothing", async () => {
    const { id, session } = await started();
    const lie = { id: session, payment_status: "paid", status: "complete", amount_total: 1 };
    await send([forge("checkout.session.completed", { ...lie, metadata: { paymentId: id } })]);
    await send([forge("payment_intent.succeeded", { id: "pi_none", metadata: { paymentId: id } })]);
    await send([forge("charge.refunded", { id: "ch_none", payment_intent: "pi_none" })]);
    expect((await read(id)).state).toBe("STARTED");
    expect(await bookings(id)).toEqual([]);
  });

  it("of another market or another account change nothing and are not asked about again", async () => {
    const { id } = await started();
    const foreign = [
      forge("checkout.session.completed", { id: "cs_test_elsewhere" }),
      forge("transfer.created", { id: "tr_elsewhere" }, { account: "acct_elsewhere" }),
      forge("account.updated", { id: "acct_elsewhere" }, { account: "acct_elsewhere" }),
      forge("refund.updated", { id: "re_elsewhere" }),
      forge("checkout.session.completed", {}),
      forge("something.new", { id: "x" }),
    ];
    await send(foreign);
    const kept = await t.db.stripeEvent.findMany({
      where: { id: { in: foreign.map((one) => one.id) } },
    });
    expect(kept).toHaveLength(foreign.length);
    expect(kept.every((one) => one.handledAt !== null)).toBe(true);
    // A payment of another market that shares the account at Stripe.
    const sdk = findStripe();
    const other = await sdk?.checkout.sessions.create({
      mode: "payment",
      line_items: [
        {
          quantity: 1,
          price_data: { currency: "cny", unit_amount: 5, product_data: { name: "x" } },
        },
      ],
      metadata: { paymentId: newId() },
      success_url: "http://elsewhere.test/",
    });
    const before = await t.db.ledgerTransaction.count();
    stripe.pay(other?.id ?? "");
    await send(stripe.takeEvents());
    expect(await t.db.ledgerTransaction.count()).toBe(before);
    expect((await read(id)).state).toBe("STARTED");
  });

  it("in the wrong order, refund before payment, come to the same end", async () => {
    const { id, session } = await started();
    stripe.pay(session);
    const first = stripe.takeEvents();
    await t.db.$transaction((tx) => cancelPayment(tx, id, market));
    await send(first.slice(-1));
    await sendRefund((await read(id)).refund?.id ?? "", t.db);
    await send([...stripe.takeEvents(), ...first].reverse());
    expect((await read(id)).state).toBe("RETURNED");
    expect(await bookings(id)).toEqual(["DEPOSIT_PAID", "REFUND_SENT"]);
  });

  it("that meet a cancellation leave the money either paid back or on its way back", async () => {
    const { id, session } = await started();
    stripe.pay(session);
    await Promise.all([
      send(stripe.takeEvents()),
      t.db.$transaction((tx) => cancelPayment(tx, id, market)),
    ]);
    const row = await read(id);
    expect(row.state).toBe("RETURN_DUE");
    await sendRefund(row.refund?.id ?? "", t.db);
    expect(await bookings(id)).toEqual(["DEPOSIT_PAID", "REFUND_SENT"]);
  });
});

describe("a refund made by hand at Stripe", () => {
  it("is not sent a second time", async () => {
    const { id, intent } = await paid();
    await findStripe()?.refunds.create({ payment_intent: intent });
    await send(stripe.takeEvents());
    expect((await read(id)).state).toBe("PAID");
    await t.db.$transaction((tx) => releaseDeposit(tx, id, { reason: "未中选" }, market));
    const refundId = (await read(id)).refund?.id ?? "";
    await Promise.all([sendRefund(refundId, t.db), sendRefund(refundId, t.db)]);
    const { refunds } = stripe.standIn.context.store.state;
    expect(Object.values(refunds).filter((one) => one.payment_intent === intent)).toHaveLength(1);
    expect(await read(id)).toMatchObject({ state: "RETURNED", refund: { state: "DONE" } });
    expect(await bookings(id)).toEqual(["DEPOSIT_PAID", "REFUND_SENT"]);
  });

  it("of a part stops the market's own, and a person is told", async () => {
    const { id, intent } = await paid();
    await findStripe()?.refunds.create({ payment_intent: intent, amount: 40_000 });
    await t.db.$transaction((tx) => releaseDeposit(tx, id, { reason: "未中选" }, market));
    const refundId = (await read(id)).refund?.id ?? "";
    await sendRefund(refundId, t.db);
    await send(stripe.takeEvents());
    expect(await read(id)).toMatchObject({
      state: "RETURN_DUE",
      refund: { state: "FAILED", failure: "refunded_in_part_at_stripe" },
    });
    expect(await bookings(id)).toEqual(["DEPOSIT_PAID"]);
  });
});
