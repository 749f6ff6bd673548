import type { ActionFunctionArgs } from "@remix-run/node";
import { recordStripeEvent, stripeActor } from "~/domain/payments/record-stripe-event.server";
import { getDb } from "~/platform/db.server";
import { readStripeEvent } from "~/platform/stripe.server";

const MAX_BYTES = 1_000_000;

/** Stripe's webhook: the signature is the proof of the sender; a repeated event answers 200 too. */
export async function action({ request }: ActionFunctionArgs) {
  const body = await request.text();
  if (body.length > MAX_BYTES) return new Response(null, { status: 413 });
  const event = readStripeEvent(body, request.headers.get("stripe-signature"));
  if (!event) return new Response("signature refused", { status: 400 });
  await recordStripeEvent(event, stripeActor, getDb());
  return new Response(null, { status: 200 });
}

export function loader() {
  return new Response(null, { status: 405, headers: { allow: "POST" } });
}
