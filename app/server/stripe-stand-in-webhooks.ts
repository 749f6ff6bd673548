import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { makeEvent } from "./stripe-stand-in-money.ts";
import { secondsNow } from "./stripe-stand-in-objects.ts";

const WAITS_MS = [0, 500, 2000, 10_000, 60_000];

export interface Webhooks {
  send(type: string, object: object): void;
  stop(): void;
}

/** The signature that Stripe puts on an event, as its SDK checks it. */
export function signPayload(payload: string, secret: string, at = secondsNow()): string {
  const signature = createHmac("sha256", secret).update(`${at}.${payload}`, "utf8").digest("hex");
  return `t=${at},v1=${signature}`;
}

/** Sends events to the market's endpoint, again when it does not answer with success. */
export function createWebhooks(url: string | (() => string), secret: string): Webhooks {
  const stopping = new AbortController();
  const deliver = async (payload: string): Promise<void> => {
    for (const wait of WAITS_MS) {
      if (wait > 0) await sleep(wait, undefined, { signal: stopping.signal, ref: false });
      const answer = await fetch(typeof url === "string" ? url : url(), {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "stripe-signature": signPayload(payload, secret),
        },
        body: payload,
        signal: stopping.signal,
      }).catch(() => null);
      if (answer?.ok || stopping.signal.aborted) return;
    }
  };
  return {
    send(type, object) {
      void deliver(JSON.stringify(makeEvent(type, object))).catch(() => {
        // The market is stopping; what it missed it asks about itself.
      });
    },
    stop: () => stopping.abort(),
  };
}
