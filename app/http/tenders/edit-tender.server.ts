import { data } from "@remix-run/node";
import { z } from "zod";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { MAX_DOCUMENT_BYTES } from "~/domain/shared/file-type-rules";
import { addTenderFile } from "~/domain/tenders/add-tender-file.server";
import { removeTenderFile } from "~/domain/tenders/remove-tender-file.server";
import { saveTender } from "~/domain/tenders/save-tender.server";
import { getTenderAccess } from "~/domain/tenders/tender-access.server";
import { deskTenderHref } from "~/domain/tenders/tender-href";
import { tenderFormSchema } from "~/domain/tenders/tender-schema";
import { redirectWithFlash } from "~/http/flash.server";
import { parseFormData, readForm } from "~/http/form.server";
import { readUpload } from "~/http/upload.server";
import type { Db } from "~/platform/db.server";
import { runTenderForm } from "./run-tender-form.server";

/** The page on which a buyer writes: the form itself, and its documents. */
export async function editTender(request: Request, tenderId: string, actor: Actor, db: Db) {
  // Only people who may write make the server read a file.
  const { tender } = await getTenderAccess(db, tenderId, actor);
  assertCan(actor, "tender.create", { organisationId: tender.organisationId });
  const to = deskTenderHref(tenderId, "edit");
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("multipart/form-data")) {
    const limit = { field: "file", maxBytes: MAX_DOCUMENT_BYTES };
    const { fields, upload } = await readUpload(request, limit);
    const schema = z.object({ fileTitle: z.string().trim().max(120, "too_long").default("") });
    return runTenderForm(fields, schema, { to, message: "edit.fileAdded" }, async (value) => {
      if (!upload) throw new DomainError("required", { field: "file" });
      await addTenderFile({ tenderId, title: value.fileTitle, upload }, actor, db);
    });
  }
  const fields = await readForm(request);
  if (fields.get("intent") === "removeFile") {
    const schema = z.object({ tenderFileId: z.uuid("bad_form") });
    return runTenderForm(fields, schema, { to, message: "edit.fileRemoved" }, (value) =>
      removeTenderFile({ tenderId, ...value }, actor, db),
    );
  }
  const form = parseFormData(fields, tenderFormSchema);
  // The texts as typed: the form has rows, whose names a plain record keeps.
  const posted: Record<string, string> = {};
  for (const [name, value] of fields) if (typeof value === "string") posted[name] = value;
  const refuse = (result: ReturnType<typeof form.reply>, status: number) =>
    data({ result, posted }, { status });
  if (form.status !== "success") return refuse(form.reply(), 400);
  try {
    await saveTender({ ...form.value, tenderId }, actor, db);
  } catch (error) {
    if (!(error instanceof DomainError) || !error.field) throw error;
    return refuse(form.reply({ fieldErrors: { [error.field]: [error.code] } }), error.status);
  }
  return redirectWithFlash(to, { tone: "success", message: "tenders:edit.saved" });
}
