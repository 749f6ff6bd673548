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

/** Hands an event over. @returns whether it was taken; if not it is sent again */
export type Deliver = (
  payload: string,
  signature: string,
  signal: AbortSignal,
) => boolean | Promise<boolean>;

/** Over the network, to the market's endpoint. */
export function deliverTo(url: () => string): Deliver {
  return async (body, signature, signal) => {
    const headers = { "content-type": "application/json", "stripe-signature": signature };
    const answer = await fetch(url(), { method: "POST", headers, body, signal }).catch(() => null);
    return answer?.ok === true;
  };
}

/** Sends events, again when they are not taken. */
export function createWebhooks(deliver: Deliver, secret: string): Webhooks {
  const stopping = new AbortController();
  const { signal } = stopping;
  const send = async (payload: string): Promise<void> => {
    for (const wait of WAITS_MS) {
      if (wait > 0) await sleep(wait, undefined, { signal, ref: false });
      if (await deliver(payload, signPayload(payload, secret), signal)) return;
      if (signal.aborted) return;
    }
  };
  return {
    send(type, object) {
      send(JSON.stringify(makeEvent(type, object))).catch(() => {
        // The market is stopping; what it missed it asks about itself.
      });
    },
    stop: () => stopping.abort(),
  };
}
