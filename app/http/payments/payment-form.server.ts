import { redirectDocument } from "@remix-run/node";
import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { leaveCheckout } from "~/domain/payments/leave-checkout.server";
import { getPayerAccess } from "~/domain/payments/payment-access.server";
import { paymentHref } from "~/domain/payments/payment-href";
import { invoiceSchema, transferSchema } from "~/domain/payments/payment-schema";
import { proveTransfer } from "~/domain/payments/prove-transfer.server";
import { saveInvoice } from "~/domain/payments/save-invoice.server";
import { startCheckout } from "~/domain/payments/start-checkout.server";
import { DomainError } from "~/domain/shared/domain-error";
import { MAX_DOCUMENT_BYTES } from "~/domain/shared/file-type-rules";
import type { Db } from "~/platform/db.server";
import { redirectWithFlash } from "../flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "../form.server";
import { readUpload, type Upload } from "../upload.server";

/** What the payer can post on the page of a payment, by intent. */
export async function answerPaymentForm(
  request: Request,
  paymentId: string,
  actor: UserActor,
  db: Db,
) {
  // Only people of the payer may make the server read a large body.
  await getPayerAccess(db, paymentId, actor);
  const { fields, upload } = await readFields(request);
  const run = async <S extends z.ZodType>(
    schema: S,
    work: (value: z.output<S>) => Promise<Response>,
  ) => {
    const form = parseFormData(fields, schema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, () => work(form.value));
  };
  const back = (message: string) =>
    redirectWithFlash(paymentHref(paymentId), {
      tone: "success",
      message: `payments:done.${message}`,
    });
  switch (String(fields.get("intent") ?? "")) {
    case "start":
      return run(z.object({}), async () => {
        const url = await startCheckout(paymentId, actor, db);
        // Also where that page is the market's own: it is not one of the application's.
        return url ? redirectDocument(url, 303) : back("paid");
      });
    case "leave":
      return run(z.object({}), async () => {
        await leaveCheckout(paymentId, actor, db);
        return back("left");
      });
    case "prove":
      return run(transferSchema, async ({ amount, ...value }) => {
        await proveTransfer({ paymentId, amountFen: amount, ...value, upload }, actor, db);
        return back("proved");
      });
    case "invoice":
      return run(invoiceSchema, async (value) => {
        await saveInvoice({ paymentId, ...value }, actor, db);
        return back("invoice");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}

/** Fields with at most one file named `file`; forms without a file are read as such. */
async function readFields(request: Request): Promise<{ fields: FormData; upload: Upload | null }> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) {
    return { fields: await readForm(request), upload: null };
  }
  return readUpload(request, { field: "file", maxBytes: MAX_DOCUMENT_BYTES });
}
