import { env } from "./env.server.ts";
import type { Delivery } from "./mailer.server.ts";

export interface TextMessage {
  /** E.164, as in +8613800138000. */
  to: string;
  text: string;
}

/** A gateway that takes one message and throws when it does not. */
export interface SmsGateway {
  deliver(message: TextMessage): Promise<void>;
}

const TIMEOUT_MS = 10_000;

/** Posts `{to, text}` as JSON with a bearer token: what a small relay before any provider can take. */
export function createHttpGateway(url: string, token: string | undefined): SmsGateway {
  return {
    async deliver(message) {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`SMS gateway answered ${response.status}`);
    },
  };
}

/**
 * Sends a text message through SMS_GATEWAY_URL. Without it nothing is sent, as with `sendMail`.
 * @throws Error when the gateway refuses or does not answer.
 */
export async function sendSms(message: TextMessage): Promise<Delivery> {
  const { SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN } = env();
  if (!SMS_GATEWAY_URL) return "outbox";
  await createHttpGateway(SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN).deliver(message);
  return "sent";
}
