import http from "node:http";
import type { AddressInfo } from "node:net";
import { answerApi, type StandInContext } from "./stripe-stand-in-api.ts";
import { answerPage } from "./stripe-stand-in-page.ts";
import { openStore } from "./stripe-stand-in-store.ts";
import { createWebhooks, type Deliver } from "./stripe-stand-in-webhooks.ts";

/** Where the market shows the stand-in's payment page. */
export const CHECKOUT_PATH = "/demo-checkout";

export interface StripeStandIn {
  /** For STRIPE_API_BASE. */
  url: string;
  secretKey: string;
  webhookSecret: string;
  context: StandInContext;
  /** Answers the payment page, for the server that shows it at CHECKOUT_PATH. */
  answerPage(
    request: http.IncomingMessage,
    response: http.ServerResponse,
    nonce?: string,
  ): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A small stand-in of Stripe's HTTP interface for demonstrations and tests: the parts that the market
 * uses, on the loopback interface, with signed webhooks. No money, no cards.
 */
export async function startStripeStandIn(options: {
  /** How events reach the market. */
  deliver: Deliver;
  /** Where a browser finds the market; known once it listens. */
  publicUrl?: () => string;
  /** Keeps its payments over a restart. */
  stateFile?: string;
}): Promise<StripeStandIn> {
  const secretKey = "sk_test_stand_in";
  const webhookSecret = "whsec_stand_in";
  const webhooks = createWebhooks(options.deliver, webhookSecret);
  const context: StandInContext = {
    store: openStore(options.stateFile ?? null),
    webhooks,
    secretKey,
    pageUrl: (id) => `${options.publicUrl?.() ?? address}${CHECKOUT_PATH}/${id}`,
  };
  let address = "";
  const server = http.createServer((request, response) => {
    const isPage = request.url?.startsWith(`${CHECKOUT_PATH}/`);
    const answer = isPage
      ? answerPage(context, request, response)
      : answerApi(context, request, response);
    answer.catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: address,
    secretKey,
    webhookSecret,
    context,
    answerPage: (request, response, nonce) => answerPage(context, request, response, nonce),
    async stop() {
      webhooks.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
