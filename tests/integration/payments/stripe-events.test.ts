import Stripe from "stripe";
import { describe, expect, it, vi } from "vitest";
import { recordStripeEvent, stripeActor } from "~/domain/payments/record-stripe-event.server";
import { resetEnv } from "~/platform/env.server";
import { readStripeEvent } from "~/platform/stripe.server";
import { makeStranger } from "../../factories/people";
import { useTestDb } from "../../setup/database";

const t = useTestDb();
const SECRET = "whsec_test";
const payload = JSON.stringify({
  id: "evt_1",
  object: "event",
  type: "payment_intent.succeeded",
  api_version: "2026-10-28.endive",
  livemode: false,
  created: 1_700_000_000,
  data: { object: { id: "pi_1", amount: 100 } },
});
const stripe = new Stripe("sk_test_x");
const sign = (secret: string, body = payload) =>
  stripe.webhooks.generateTestHeaderString({ payload: body, secret });

function configure() {
  vi.stubEnv("STRIPE_SECRET_KEY", "sk_test_x");
  vi.stubEnv("STRIPE_WEBHOOK_SECRET", SECRET);
  resetEnv();
}

describe("Stripe events", () => {
  it("believes only a right signature over the very bytes", () => {
    configure();
    expect(readStripeEvent(payload, sign(SECRET))?.id).toBe("evt_1");
    expect(readStripeEvent(payload, sign("whsec_other"))).toBeNull();
    expect(readStripeEvent(`${payload} `, sign(SECRET))).toBeNull();
    expect(readStripeEvent(payload, null)).toBeNull();
  });

  it("believes nothing where Stripe is not configured", () => {
    resetEnv();
    expect(readStripeEvent(payload, sign(SECRET))).toBeNull();
  });

  it("keeps an event once, also when it arrives twice at once", async () => {
    configure();
    const event = readStripeEvent(payload, sign(SECRET));
    if (!event) throw new Error("no event");
    const results = await Promise.all([
      recordStripeEvent(event, stripeActor, t.db),
      recordStripeEvent(event, stripeActor, t.db),
    ]);
    expect(results.sort()).toEqual([false, true]);
    expect(await t.db.stripeEvent.count()).toBe(1);
    expect(await t.db.auditEvent.count()).toBe(1);
  });

  it("takes nothing from a person", async () => {
    const stranger = await makeStranger(t.db);
    const event = {
      id: "evt_2",
      type: "x",
      api_version: null,
      livemode: false,
      created: 1,
      data: {},
    };
    await expect(recordStripeEvent(event, stranger, t.db)).rejects.toMatchObject({ status: 403 });
  });
});
