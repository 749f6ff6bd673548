import { afterAll, beforeAll, beforeEach } from "vitest";
import { handleStripeEvent } from "~/domain/payments/handle-stripe-event.server";
import { recordStripeEvent, stripeActor } from "~/domain/payments/record-stripe-event.server";
import type { Db } from "~/platform/db.server";
import { resetEnv } from "~/platform/env.server";
import { readStripeEvent } from "~/platform/stripe.server";
import { type StripeStandIn, startStripeStandIn } from "../../app/server/stripe-stand-in.ts";
import { finishAccount, paySession } from "../../app/server/stripe-stand-in-actions.ts";

type SentEvent = { body: string; signature: string };

export interface TestStripe {
  readonly standIn: StripeStandIn;
  /** Events that the stand-in has sent, not yet given to the market. */
  takeEvents(): SentEvent[];
  /** Somebody pays on the page of a session. */
  pay(sessionId: string): void;
  /** Somebody goes through Stripe's page of an account to its end. */
  finishAccount(accountId: string): void;
}

const NAMES = ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "STRIPE_API_BASE"] as const;

/** For a test file: the market talks to the stand-in of Stripe, whose events wait to be delivered. */
export function useTestStripe(): TestStripe {
  let standIn: StripeStandIn | undefined;
  let events: SentEvent[] = [];
  beforeAll(async () => {
    standIn = await startStripeStandIn({
      deliver(body, signature) {
        events.push({ body, signature });
        return true;
      },
    });
  });
  beforeEach(() => {
    events = [];
    process.env.STRIPE_SECRET_KEY = standIn?.secretKey;
    process.env.STRIPE_WEBHOOK_SECRET = standIn?.webhookSecret;
    process.env.STRIPE_API_BASE = standIn?.url;
    resetEnv();
  });
  afterAll(async () => {
    for (const name of NAMES) delete process.env[name];
    resetEnv();
    await standIn?.stop();
  });
  const running = () => {
    if (!standIn) throw new Error("the stand-in runs only inside tests");
    return standIn;
  };
  return {
    get standIn() {
      return running();
    },
    takeEvents: () => events.splice(0),
    pay(sessionId) {
      const { store, webhooks } = running().context;
      paySession(store, webhooks, sessionId, "alipay");
    },
    finishAccount(accountId) {
      const { store, webhooks } = running().context;
      finishAccount(store, webhooks, accountId);
    },
  };
}

/** What the webhook's endpoint and its job do with an event. */
export async function deliver(event: SentEvent, db: Db): Promise<void> {
  const read = readStripeEvent(event.body, event.signature);
  if (!read) throw new Error("the signature was refused");
  await recordStripeEvent(read, stripeActor, db);
  await handleStripeEvent(read.id, db);
}
