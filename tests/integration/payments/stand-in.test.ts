import Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { makeRefund, makeTransfer } from "../../../app/server/stripe-stand-in-money.ts";
import { makeSession } from "../../../app/server/stripe-stand-in-objects.ts";
import { signPayload } from "../../../app/server/stripe-stand-in-webhooks.ts";
import { useTestStripe } from "../../factories/stripe.ts";

describe("the stand-in of Stripe, through Stripe's own SDK", () => {
  const running = useTestStripe();
  const sdk = (key = running.standIn.secretKey) => {
    const { hostname, port } = new URL(running.standIn.url);
    const address = { host: hostname, port, protocol: "http" as const };
    return new Stripe(key, { ...address, maxNetworkRetries: 0, telemetry: false });
  };
  const order = (amount = 12_345) => ({
    mode: "payment" as const,
    allowed_payment_method_types: ["card" as const, "alipay" as const, "wechat_pay" as const],
    payment_method_options: { wechat_pay: { client: "web" as const } },
    line_items: [
      {
        quantity: 1,
        price_data: { currency: "cny", unit_amount: amount, product_data: { name: "保证金 <1>" } },
      },
    ],
    metadata: { paymentId: "p" },
    payment_intent_data: { metadata: { paymentId: "p" } },
    success_url: "http://market.test/back?id={CHECKOUT_SESSION_ID}",
    cancel_url: "http://market.test/left",
  });
  const answer = (url: string, fields: Record<string, string>) =>
    fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

  it("answers in the SDK's shapes", () => {
    const session: Stripe.Checkout.Session = makeSession({
      ...{ amount: 1, currency: "cny", metadata: {}, intentMetadata: {}, description: "" },
      ...{ itemName: "", clientReferenceId: null, successUrl: "x", cancelUrl: null },
      ...{ paymentMethodTypes: ["card"], url: () => "x" },
    });
    const refund: Stripe.Refund = makeRefund({
      ...{ amount: 1, currency: "cny", intentId: "pi_1", chargeId: "ch_1", metadata: {} },
    });
    const transfer: Stripe.Transfer = makeTransfer({
      ...{ amount: 1, currency: "cny", destination: "acct_1", group: null, metadata: {} },
    });
    expect([session.object, refund.object, transfer.object]).toEqual([
      "checkout.session",
      "refund",
      "transfer",
    ]);
  });

  it("answers a key once, refuses it for something else, and knows who asks", async () => {
    const key = { idempotencyKey: "once" };
    const first = await sdk().checkout.sessions.create(order(), key);
    const again = await sdk().checkout.sessions.create(order(), key);
    expect(again.id).toBe(first.id);
    const other = sdk().checkout.sessions.create(order(1), key);
    await expect(other).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    await expect(sdk("sk_test_wrong").checkout.sessions.retrieve(first.id)).rejects.toBeInstanceOf(
      Stripe.errors.StripeAuthenticationError,
    );
    await expect(sdk().checkout.sessions.retrieve("cs_test_none")).rejects.toMatchObject({
      code: "resource_missing",
      statusCode: 404,
    });
    await expect(sdk().checkout.sessions.create(order(100_000_000))).rejects.toBeInstanceOf(
      Stripe.errors.StripeInvalidRequestError,
    );
  });

  it("shows a page that works by plain forms, in both languages, marked as play", async () => {
    const { id, url } = await sdk().checkout.sessions.create(order());
    const page = await (await fetch(url ?? "", { headers: { "accept-language": "zh-CN" } })).text();
    expect(page).toContain("演示用的支付页面");
    expect(page).toContain("123.45");
    expect(page).toContain("保证金 &lt;1&gt;");
    expect(page).not.toContain("<script");
    expect(await (await fetch(`${url}?lang=en`)).text()).toContain("no real money");
    const failed = await answer(url ?? "", { answer: "fail", method: "card" });
    expect(failed.headers.get("location")).toContain("failed=1");
    const left = await answer(url ?? "", { answer: "cancel" });
    expect(left.headers.get("location")).toBe("http://market.test/left");
    expect((await sdk().checkout.sessions.retrieve(id)).status).toBe("open");
    const paid = await answer(url ?? "", { answer: "pay", method: "wechat_pay" });
    expect(paid.headers.get("location")).toBe(`http://market.test/back?id=${id}`);
    const session = await sdk().checkout.sessions.retrieve(id, {
      expand: ["payment_intent.latest_charge.balance_transaction"],
    });
    expect(session).toMatchObject({ status: "complete", payment_status: "paid", url: null });
    expect(session.payment_intent).toMatchObject({
      status: "succeeded",
      latest_charge: { balance_transaction: { fee: 74 } },
    });
    expect(await (await fetch(url ?? "")).text()).toBeTruthy();
    await expect(sdk().checkout.sessions.expire(id)).rejects.toMatchObject({ statusCode: 400 });
  });

  it("refunds no more than was paid, and lists what it has", async () => {
    const { id } = await sdk().checkout.sessions.create(order(1000));
    running.pay(id);
    const { payment_intent: intent } = await sdk().checkout.sessions.retrieve(id);
    const payment_intent = String(intent);
    const part = await sdk().refunds.create({ payment_intent, amount: 400 });
    expect(part.status).toBe("succeeded");
    const more = sdk().refunds.create({ payment_intent, amount: 700 });
    await expect(more).rejects.toMatchObject({ statusCode: 400 });
    await sdk().refunds.create({ payment_intent });
    const nothing = sdk().refunds.create({ payment_intent });
    await expect(nothing).rejects.toMatchObject({ code: "charge_already_refunded" });
    const listed = sdk().refunds.list({ payment_intent, limit: 1 });
    expect((await listed).has_more).toBe(true);
    expect(await listed.autoPagingToArray({ limit: 10 })).toHaveLength(2);
  });

  it("transfers to accounts that it knows", async () => {
    const account = await sdk().accounts.create({ type: "express", email: "a@b.test" });
    const values = { amount: 500, currency: "cny", transfer_group: "g" };
    const made = await sdk().transfers.create({ ...values, destination: account.id });
    expect((await sdk().transfers.list({ transfer_group: "g" })).data[0]?.id).toBe(made.id);
    const unknown = sdk().transfers.create({ ...values, destination: "acct_none" });
    await expect(unknown).rejects.toMatchObject({ code: "resource_missing" });
  });

  it("signs events so that the SDK believes them, and no others", async () => {
    const { id } = await sdk().checkout.sessions.create(order());
    running.pay(id);
    const [event] = running.takeEvents();
    const { webhookSecret } = running.standIn;
    const { webhooks } = sdk();
    const body = event?.body ?? "";
    const read = webhooks.constructEvent(body, event?.signature ?? "", webhookSecret);
    expect(read.type).toBe("payment_intent.succeeded");
    const old = signPayload(body, webhookSecret, 1_600_000_000);
    expect(() => webhooks.constructEvent(body, old, webhookSecret)).toThrow();
  });
});
