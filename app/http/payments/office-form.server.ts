import type { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { answerTransfer } from "~/domain/payments/answer-transfer.server";
import { issueInvoice } from "~/domain/payments/issue-invoice.server";
import { linkStripeAccount } from "~/domain/payments/link-stripe-account.server";
import { movePayout } from "~/domain/payments/move-payout.server";
import { moveRefund } from "~/domain/payments/move-refund.server";
import { officePaymentHref } from "~/domain/payments/payment-href";
import {
  idSchema,
  invoiceIssuedSchema,
  linkAccountSchema,
  proofRejectSchema,
  proofStepSchema,
  retryRefundSchema,
  sendTransferSchema,
  takeBackSchema,
} from "~/domain/payments/payment-schema";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { redirectWithFlash } from "../flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "../form.server";

type Runner = <S extends z.ZodType>(
  schema: S,
  message: string,
  work: (value: z.output<S>) => Promise<void>,
) => Promise<unknown>;

async function begin(request: Request, target: string) {
  const fields = await readForm(request);
  const run: Runner = async (schema, message, work) => {
    const form = parseFormData(fields, schema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await work(form.value);
      return redirectWithFlash(target, { tone: "success", message: `payments:done.${message}` });
    });
  };
  return { run, intent: String(fields.get("intent") ?? "") };
}

const badForm = () => new DomainError("bad_form", { status: 400 });

/** What an operator can post on the page of one payment. */
export async function answerOfficePayment(
  request: Request,
  paymentId: string,
  actor: UserActor,
  db: Db,
) {
  const { run, intent } = await begin(request, officePaymentHref(paymentId));
  switch (intent) {
    case "receive":
    case "confirm":
      return run(proofStepSchema, intent === "receive" ? "received" : "confirmed", (value) =>
        answerTransfer({ paymentId, move: intent, ...value }, actor, db),
      );
    case "reject":
      return run(proofRejectSchema, "rejected", (value) =>
        answerTransfer({ paymentId, move: "reject", ...value }, actor, db),
      );
    case "issue":
      return run(invoiceIssuedSchema, "issued", (value) =>
        issueInvoice({ paymentId, ...value }, actor, db),
      );
    default:
      throw badForm();
  }
}

/** What an operator can post on the list of refunds. */
export async function answerRefundForm(request: Request, actor: UserActor, db: Db) {
  const { run, intent } = await begin(request, "/office/refunds");
  switch (intent) {
    case "sendTransfer":
      return run(sendTransferSchema, "sent", (value) =>
        moveRefund({ move: "sendTransfer", ...value }, actor, db),
      );
    case "confirm":
      return run(idSchema, "settled", (value) =>
        moveRefund({ move: "confirm", ...value }, actor, db),
      );
    case "takeBack":
      return run(takeBackSchema, "takenBack", (value) =>
        moveRefund({ move: "takeBack", ...value }, actor, db),
      );
    case "retry":
      return run(retryRefundSchema, "retried", (value) =>
        moveRefund({ move: "retry", ...value }, actor, db),
      );
    default:
      throw badForm();
  }
}

/** What an operator can post on the list of payouts. */
export async function answerPayoutForm(request: Request, actor: UserActor, db: Db) {
  const { run, intent } = await begin(request, "/office/payouts");
  switch (intent) {
    case "link":
      return run(linkAccountSchema, "linked", (value) => linkStripeAccount(value, actor, db));
    case "sendOnline":
      return run(idSchema, "connected", (value) =>
        movePayout({ move: "sendOnline", ...value }, actor, db),
      );
    case "sendTransfer":
      return run(sendTransferSchema, "sent", (value) =>
        movePayout({ move: "sendTransfer", ...value }, actor, db),
      );
    case "confirm":
      return run(idSchema, "settled", (value) =>
        movePayout({ move: "confirm", ...value }, actor, db),
      );
    case "takeBack":
    case "retry":
      return run(takeBackSchema, intent === "retry" ? "retried" : "takenBack", (value) =>
        movePayout({ move: intent, ...value }, actor, db),
      );
    default:
      throw badForm();
  }
}
