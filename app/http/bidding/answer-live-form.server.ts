import type { Submission } from "@conform-to/react";
import { type ActionFunctionArgs, data } from "@remix-run/node";
import type { z } from "zod";
import type { BidAnswer } from "~/domain/bidding/auction-view";
import { tellBidAnswer } from "~/domain/bidding/bid-answer-news.server";
import { dropProxyBid } from "~/domain/bidding/drop-proxy-bid.server";
import { placeBid } from "~/domain/bidding/place-bid.server";
import { amountFormSchema, pressFormSchema } from "~/domain/bidding/screen-form-schema";
import { findLiveLot } from "~/domain/bidding/screen-queries.server";
import { setProxyBid } from "~/domain/bidding/set-proxy-bid.server";
// A name that begins with "use" looks like a hook to the linter.
import { usePreemption as answerPreemption } from "~/domain/bidding/use-preemption.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { formatFen } from "~/domain/shared/money";
import { findLocale } from "~/i18n/i18next.server";
import { type Db, getDb } from "~/platform/db.server";
import { withErrors } from "../error-response.server";
import { redirectWithFlash } from "../flash.server";
import { parseFormData, readForm } from "../form.server";
import { findActor, requireUser } from "../guards.server";

const INTENTS = ["bid", "proxy", "dropProxy", "match", "waive"] as const;
type Intent = (typeof INTENTS)[number];
type Reply = ReturnType<Submission<unknown, string[]>["reply"]>;
type Answered = { intent: Intent; answer: BidAnswer | null; result?: Reply };

/** Bids and the other requests of a bidder, by script or by the browser alone. */
export function answerLiveForm({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerBidder(request, Number(params.number), actor, getDb());
  });
}

/** The same for the page's script: an answer in JSON, and no redirect. */
export function answerLiveScript({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    if (!actor) {
      const result = { error: { "": ["sign_in_required"] } };
      return Response.json({ intent: "bid", answer: null, result }, { status: 401 });
    }
    const answered = await answerBidder(request, Number(params.number), actor, getDb());
    if (answered instanceof Response) throw new Error("a script was answered with a redirect");
    return Response.json(answered.data, { status: answered.init?.status ?? 200 });
  });
}

/** The same for a person who is known. @throws DomainError "not_found" (404), "bad_form" (400) */
export async function answerBidder(
  request: Request,
  lotNumber: number,
  actor: UserActor,
  db: Db,
): Promise<Response | ReturnType<typeof refuse>> {
  const lot = assertFound(await findLiveLot(db, lotNumber));
  const auctionId = assertFound(lot.auctionId);
  const fields = await readForm(request);
  const intent = INTENTS.find((one) => one === fields.get("intent"));
  if (!intent) throw new DomainError("bad_form", { status: 400 });
  const hasAmount = intent === "bid" || intent === "proxy";
  const schema: z.ZodType = hasAmount ? amountFormSchema : pressFormSchema;
  const form = parseFormData(fields, schema);
  if (form.status !== "success") return refuse(intent, form.reply(), 400);
  const value = form.value as FormValue;
  try {
    const answer = await ask(intent, auctionId, value, actor, db);
    tellBidAnswer({ auctionId, userId: actor.userId, answer });
    if (answer.outcome === "REFUSED") {
      const faults = { [hasAmount ? "amount" : ""]: [codeOf(answer)] };
      return refuse(intent, form.reply({ fieldErrors: faults }), 422, answer);
    }
    const answered: Answered = { intent, answer };
    if (value.by === "script" || answer.outcome === "CONFIRM") return data(answered);
    const target = `/lots/${lot.number}/live`;
    return (await redirectWithFlash(target, flashOf(intent, answer, request))) as Response;
  } catch (error) {
    if (!(error instanceof DomainError) || error.status === 404) throw error;
    const faults = { "": [errorCode(error.code, error.params)] };
    return refuse(intent, form.reply({ fieldErrors: faults }), error.status);
  }
}

type FormValue = { clientKey: string; amount?: bigint; isConfirmed?: boolean; by?: string };

function ask(intent: Intent, auctionId: string, value: FormValue, actor: UserActor, db: Db) {
  const { amount: amountFen = 0n, isConfirmed = false } = value;
  // The key of a page that a browser brings back must not answer for another amount.
  const clientKey = `${value.clientKey}-${intent.charAt(0)}${amountFen}`;
  switch (intent) {
    case "bid":
      return placeBid({ auctionId, clientKey, amountFen, isConfirmed }, actor, db);
    case "proxy":
      return setProxyBid({ auctionId, clientKey, amountFen, isConfirmed }, actor, db);
    case "dropProxy":
      return dropProxyBid({ auctionId, clientKey }, actor, db);
    default:
      return answerPreemption({ auctionId, clientKey, isMatch: intent === "match" }, actor, db);
  }
}

const codeOf = ({ reason }: BidAnswer) => `bid_${reason ?? "ended"}`;

function refuse(intent: Intent, result: Reply, status: number, answer: BidAnswer | null = null) {
  return data<Answered>({ intent, answer, result }, { status });
}

function flashOf(intent: Intent, { amountFen }: BidAnswer, request: Request) {
  const amount = amountFen ? formatFen(BigInt(amountFen), findLocale(request)) : "";
  return { tone: "success" as const, message: `bidding:flash.${intent}`, params: { amount } };
}
