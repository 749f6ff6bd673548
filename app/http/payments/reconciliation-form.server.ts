import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { askAboutDifference } from "~/domain/payments/ask-about-difference.server";
import { bookBankLine } from "~/domain/payments/book-bank-line.server";
import { importBankList } from "~/domain/payments/import-bank-list.server";
import { matchBankLine } from "~/domain/payments/match-bank-line.server";
import { idSchema, proposeLineSchema, takeBackSchema } from "~/domain/payments/payment-schema";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { redirectWithFlash } from "../flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "../form.server";
import { readUpload, type Upload } from "../upload.server";

const MAX_LIST_BYTES = 2_000_000;
const matchSchema = z.object({
  id: z.uuid("not_an_id"),
  reference: z.string("required").trim().min(1, "required").max(40, "payment_reference_unknown"),
});
const askSchema = z.object({ paymentId: z.uuid("not_an_id") });

const LINE_STEPS = {
  propose: { schema: proposeLineSchema, done: "lineProposed" },
  confirm: { schema: idSchema, done: "lineBooked" },
  takeBack: { schema: takeBackSchema, done: "lineTakenBack" },
} as const;

/** What an operator can post on the reconciliation, by intent. */
export async function answerReconciliationForm(request: Request, actor: UserActor, db: Db) {
  assertCan(actor, "ledger.operate");
  const { fields, upload } = await readFields(request);
  const month = new URL(request.url).searchParams.get("month") ?? "";
  const target = /^\d{4}-\d{2}$/.test(month)
    ? `/office/reconciliation?month=${month}`
    : "/office/reconciliation";
  const back = (message: string, params: Record<string, number> = {}) =>
    redirectWithFlash(target, { tone: "success", message: `payments:done.${message}`, params });
  switch (String(fields.get("intent") ?? "")) {
    case "import": {
      const form = parseFormData(fields, z.object({}));
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        if (!upload) throw new DomainError("required", { field: "file" });
        return back("imported", await importBankList(textOf(upload), actor, db));
      });
    }
    case "match": {
      const form = parseFormData(fields, matchSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        await matchBankLine(form.value, actor, db);
        return back("matched");
      });
    }
    case "propose":
    case "confirm":
    case "takeBack": {
      const intent = fields.get("intent") as keyof typeof LINE_STEPS;
      const { schema, done } = LINE_STEPS[intent];
      const form = parseFormData(fields, schema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        const step = { note: "", ...form.value, move: intent };
        await bookBankLine(step, actor, db);
        return back(done);
      });
    }
    case "ask": {
      const form = parseFormData(fields, askSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        await askAboutDifference(form.value.paymentId, actor, db);
        return back("asked");
      });
    }
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}

/** Banks export in UTF-8 or in GB 18030. */
function textOf(upload: Upload): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(upload.bytes);
  } catch {
    return new TextDecoder("gb18030").decode(upload.bytes);
  }
}

async function readFields(request: Request): Promise<{ fields: FormData; upload: Upload | null }> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) {
    return { fields: await readForm(request), upload: null };
  }
  return readUpload(request, { field: "file", maxBytes: MAX_LIST_BYTES });
}
