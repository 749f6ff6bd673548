import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { answerPayment } from "~/domain/performance/answer-payment.server";
import { askOnlinePayment } from "~/domain/performance/ask-online-payment.server";
import { getPaymentAccess } from "~/domain/performance/payment-access.server";
import { paymentHref } from "~/domain/performance/performance-href";
import {
  proofAnswerSchema,
  proofRejectSchema,
  proofSchema,
  royaltySchema,
} from "~/domain/performance/performance-schema";
import { provePayment } from "~/domain/performance/prove-payment.server";
import { stateRoyalty } from "~/domain/performance/state-royalty.server";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { redirectWithFlash } from "../flash.server";
import { answerForm, parseFormData, refuseForm } from "../form.server";
import { readFields } from "./performance-form.server";

/** What the page of one payment can post, by intent. */
export async function answerPaymentForm(
  request: Request,
  instalmentId: string,
  actor: UserActor,
  db: Db,
) {
  // Only people of the payment may make the server read a large body.
  await getPaymentAccess(db, instalmentId, actor);
  const { fields, upload } = await readFields(request);
  const run = async <S extends z.ZodType>(
    schema: S,
    message: string,
    work: (value: z.output<S>) => Promise<void>,
  ) => {
    const form = parseFormData(fields, schema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await work(form.value);
      return redirectWithFlash(paymentHref(instalmentId), {
        tone: "success",
        message: `performance:done.${message}`,
      });
    });
  };
  const intent = String(fields.get("intent") ?? "");
  switch (intent) {
    case "askOnline":
      return run(z.object({}), "askedOnline", async () => {
        await askOnlinePayment({ instalmentId }, actor, db);
      });
    case "stateAmount":
      return run(royaltySchema, "stated", ({ base }) =>
        stateRoyalty({ instalmentId, baseFen: base }, actor, db),
      );
    case "prove":
      return run(proofSchema, "proved", ({ amount, ...value }) =>
        provePayment({ instalmentId, amountFen: amount, ...value, upload }, actor, db),
      );
    case "receive":
      return run(proofAnswerSchema, "received", (value) =>
        answerPayment({ instalmentId, move: "receive", ...value }, actor, db),
      );
    case "confirm":
      return run(proofAnswerSchema, "confirmed", (value) =>
        answerPayment({ instalmentId, move: "confirm", ...value }, actor, db),
      );
    case "reject":
      return run(proofRejectSchema, "proofRejected", (value) =>
        answerPayment({ instalmentId, move: "reject", ...value }, actor, db),
      );
    case "nothingDue":
      return run(z.object({}), "nothingDue", () =>
        answerPayment({ instalmentId, move: "nothingDue" }, actor, db),
      );
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
