import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { expireSession, findSession, refundIntent } from "./stripe-stand-in-actions.ts";
import { makeAccount, makeAccountLink, makeTransfer } from "./stripe-stand-in-money.ts";
import { makeSession } from "./stripe-stand-in-objects.ts";
import {
  type Fields,
  invalid,
  mapAt,
  missing,
  parseFields,
  readBody,
  StandInError,
  textAt,
} from "./stripe-stand-in-request.ts";
import type { StandInStore } from "./stripe-stand-in-store.ts";
import type { Webhooks } from "./stripe-stand-in-webhooks.ts";

export type StandInContext = {
  store: StandInStore;
  webhooks: Webhooks;
  secretKey: string;
  /** Address of the page on which a session is paid or an account is set up. */
  pageUrl: (id: string) => string;
};

/** The largest amount that Stripe takes: eight digits. */
const MAX_AMOUNT = 99_999_999;

/** Answers one call of Stripe's interface. */
export async function answerApi(
  context: StandInContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, body: string, headers: Record<string, string> = {}) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  };
  try {
    const url = new URL(request.url ?? "/", "http://stand-in");
    const text = request.method === "POST" ? await readBody(request) : "";
    if (request.headers.authorization !== `Bearer ${context.secretKey}`) {
      throw new StandInError(401, "invalid_request_error", "api_key_invalid", "Invalid API Key");
    }
    const key = request.method === "POST" ? request.headers["idempotency-key"] : undefined;
    const { answers } = context.store.state;
    const asked = createHash("sha256").update(`${url.pathname}\n${text}`).digest("hex");
    const known = typeof key === "string" ? answers[key] : undefined;
    if (known && known.asked !== asked) {
      const message = "Keys for idempotent requests can only be used with the same parameters.";
      throw new StandInError(400, "idempotency_error", "idempotency_key_in_use", message);
    }
    if (known) return send(known.status, known.body, { "idempotent-replayed": "true" });
    const query = parseFields(url.search.slice(1));
    const answer = route(context, `${request.method} ${url.pathname}`, parseFields(text), query);
    const body = JSON.stringify(answer);
    if (typeof key === "string") {
      answers[key] = { asked, status: 200, body };
      context.store.save();
    }
    send(200, body);
  } catch (error) {
    if (!(error instanceof StandInError)) throw error;
    send(error.status, JSON.stringify(error.body));
  }
}

function route(context: StandInContext, call: string, fields: Fields, query: Fields): object {
  const { store, webhooks } = context;
  const { state } = store;
  const match = /^(GET|POST) \/v1\/([a-z_/]+?)(?:\/([a-z]+_\w+)(?:\/(\w+))?)?$/.exec(call);
  const [, method = "", kind = "", id = "", action = ""] = match ?? [];
  switch (`${method} ${kind}${id ? " id" : ""}${action ? ` ${action}` : ""}`) {
    case "POST checkout/sessions":
      return createSession(context, fields);
    case "GET checkout/sessions id":
      return expand(store, findSession(store, id), query);
    case "POST checkout/sessions id expire":
      return expireSession(store, webhooks, id);
    case "GET checkout/sessions":
      return list(Object.values(state.sessions), query, "payment_intent", call);
    case "GET payment_intents id":
      return expand(store, state.intents[id] ?? fail("payment_intent", id), query);
    case "GET payment_intents":
      return list(Object.values(state.intents), query, null, call);
    case "GET charges id":
      return state.charges[id] ?? fail("charge", id);
    case "GET charges":
      return list(Object.values(state.charges), query, "payment_intent", call);
    case "POST refunds":
      return refundIntent(store, webhooks, {
        intentId: textAt(fields, "payment_intent") ?? "",
        amount: textAt(fields, "amount") === null ? null : Number(textAt(fields, "amount")),
        metadata: mapAt(fields, "metadata"),
      });
    case "GET refunds id":
      return state.refunds[id] ?? fail("refund", id);
    case "GET refunds":
      return list(Object.values(state.refunds), query, "payment_intent", call);
    case "POST transfers":
      return createTransfer(context, fields);
    case "GET transfers id":
      return state.transfers[id] ?? fail("transfer", id);
    case "GET transfers":
      return list(Object.values(state.transfers), query, "transfer_group", call);
    case "POST accounts": {
      const account = makeAccount(textAt(fields, "email"), mapAt(fields, "metadata"));
      state.accounts[account.id] = account;
      store.save();
      return account;
    }
    case "GET accounts id":
      return state.accounts[id] ?? fail("account", id);
    case "POST account_links":
      return createAccountLink(context, fields);
  }
  throw new StandInError(
    404,
    "invalid_request_error",
    "url_invalid",
    `Unrecognized request URL (${call}).`,
  );
}

function fail(kind: string, id: string): never {
  throw missing(kind, id);
}

function createSession(context: StandInContext, fields: Fields) {
  const { store, pageUrl } = context;
  if (textAt(fields, "mode") !== "payment")
    throw invalid("mode", "Only mode=payment is known here.");
  const item = (...path: string[]) => textAt(fields, "line_items", "0", ...path);
  const amount = Number(item("price_data", "unit_amount")) * Number(item("quantity") ?? "1");
  if (!Number.isInteger(amount) || amount < 1 || amount > MAX_AMOUNT) {
    throw invalid("line_items[0][price_data][unit_amount]", "Invalid amount");
  }
  // Since the interface of 2026 the types that are allowed are named, not those that are offered.
  if (fields.payment_method_types !== undefined) {
    throw invalid("payment_method_types", "Received unknown parameter: payment_method_types");
  }
  const types = Object.values(mapAt(fields, "allowed_payment_method_types"));
  const hasClient = textAt(fields, "payment_method_options", "wechat_pay", "client") !== null;
  if (types.includes("wechat_pay") && !hasClient) {
    throw invalid("payment_method_options[wechat_pay][client]", "Missing required param: client.");
  }
  const successUrl = textAt(fields, "success_url");
  if (!successUrl) throw invalid("success_url", "Missing required param: success_url.");
  const extras = {
    itemName: item("price_data", "product_data", "name") ?? "",
    description: textAt(fields, "payment_intent_data", "description") ?? "",
    intentMetadata: mapAt(fields, "payment_intent_data", "metadata"),
  };
  const session = makeSession({
    ...{ ...extras, amount, successUrl, url: pageUrl, metadata: mapAt(fields, "metadata") },
    currency: item("price_data", "currency") ?? "cny",
    clientReferenceId: textAt(fields, "client_reference_id"),
    cancelUrl: textAt(fields, "cancel_url"),
    paymentMethodTypes: types.length > 0 ? types : ["card"],
  });
  store.state.sessions[session.id] = session;
  store.state.extras[session.id] = extras;
  store.save();
  return session;
}

function createTransfer({ store, webhooks }: StandInContext, fields: Fields) {
  const amount = Number(textAt(fields, "amount"));
  const destination = textAt(fields, "destination") ?? "";
  if (!Number.isInteger(amount) || amount < 1) throw invalid("amount", "Invalid amount");
  if (!store.state.accounts[destination]) throw missing("destination", destination);
  const transfer = makeTransfer({
    ...{ amount, destination, currency: textAt(fields, "currency") ?? "cny" },
    group: textAt(fields, "transfer_group"),
    metadata: mapAt(fields, "metadata"),
  });
  store.state.transfers[transfer.id] = transfer;
  store.save();
  webhooks.send("transfer.created", transfer);
  return transfer;
}

function createAccountLink({ store, pageUrl }: StandInContext, fields: Fields) {
  const id = textAt(fields, "account") ?? "";
  const returnUrl = textAt(fields, "return_url");
  if (!store.state.accounts[id]) throw missing("account", id);
  if (!returnUrl || !textAt(fields, "refresh_url")) throw invalid("return_url", "Missing address.");
  if (textAt(fields, "type") !== "account_onboarding") throw invalid("type", "Unknown type.");
  store.state.returnUrls[id] = returnUrl;
  store.save();
  return makeAccountLink(pageUrl(id));
}

/** Replaces ids by what they stand for, as asked with `expand[]`. */
function expand(store: StandInStore, object: object, query: Fields): object {
  const paths = Object.values(mapAt(query, "expand"));
  if (paths.length === 0) return object;
  const { intents, charges, balanceTransactions } = store.state;
  const known: Record<string, Record<string, object>> = {
    payment_intent: intents,
    latest_charge: charges,
    balance_transaction: balanceTransactions,
  };
  const open = (from: Record<string, unknown>, path: string[]): Record<string, unknown> => {
    const [name = "", ...rest] = path;
    const id = from[name];
    const found = typeof id === "string" ? known[name]?.[id] : undefined;
    if (!found) return from;
    const inner = { ...found } as Record<string, unknown>;
    return { ...from, [name]: rest.length > 0 ? open(inner, rest) : inner };
  };
  return paths.reduce((from, path) => open(from, path.split(".")), { ...object });
}

/** Newest first, by one field and by time, in pages that follow an id. */
function list(rows: readonly object[], query: Fields, by: string | null, call: string): object {
  const wanted = by ? textAt(query, by) : null;
  const from = Number(textAt(query, "created", "gte") ?? 0);
  const to = Number(textAt(query, "created", "lt") ?? Number.MAX_SAFE_INTEGER);
  const found = (rows as Record<string, unknown>[])
    .filter((row) => wanted === null || (by !== null && row[by] === wanted))
    .filter((row) => Number(row.created) >= from && Number(row.created) < to)
    .reverse();
  const after = textAt(query, "starting_after");
  const start = after ? found.findIndex((row) => row.id === after) + 1 : 0;
  const limit = Math.min(Number(textAt(query, "limit") ?? 10), 100);
  return {
    object: "list",
    url: call.slice(4),
    data: found.slice(start, start + limit),
    has_more: start + limit < found.length,
  };
}
