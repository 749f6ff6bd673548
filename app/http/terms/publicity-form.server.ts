import { z } from "zod";
import { approvePublicity } from "~/domain/deals/approve-publicity.server";
import { getDealAccess } from "~/domain/deals/deal-access.server";
import { handleObjection } from "~/domain/deals/handle-objection.server";
import { proposePublicity } from "~/domain/deals/propose-publicity.server";
import {
  handleObjectionSchema,
  proposePublicitySchema,
  publicityNoteSchema,
} from "~/domain/deals/publicity-schema";
import { runPublicity } from "~/domain/deals/run-publicity.server";
import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { MAX_DOCUMENT_BYTES } from "~/domain/shared/file-type-rules";
import { isId } from "~/domain/shared/ids";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { readUpload } from "~/http/upload.server";
import type { Db } from "~/platform/db.server";

type Done = "proposed" | "approved" | "startDone" | "revisedDone" | "stoppedDone" | "handled";

/** A publicity of this very room. @throws DomainError "not_found" (404) */
async function ownPublicityId(db: Db, dealId: string, fields: FormData): Promise<string> {
  const id = fields.get("publicityId");
  const found =
    typeof id === "string" && isId(id)
      ? await db.pricingPublicity.findFirst({ where: { id, dealId }, select: { id: true } })
      : null;
  if (!found) throw new DomainError("not_found", { status: 404 });
  return found.id;
}

/** The forms on a room's page of its publicity; the one with the minutes comes with a file. */
export async function runPublicityForm(dealId: string, request: Request, actor: Actor, db: Db) {
  await getDealAccess(db, dealId, actor);
  const back = (message: Done) =>
    redirectWithFlash(`/desk/deals/${dealId}/publicity`, {
      tone: "success",
      message: `terms:publicity.${message}`,
    });
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("multipart/form-data")) {
    const { fields, upload } = await readUpload(request, {
      field: "file",
      maxBytes: MAX_DOCUMENT_BYTES,
    });
    const publicityId = await ownPublicityId(db, dealId, fields);
    return answerForm(parseFormData(fields, z.object({})), async () => {
      if (!upload) throw new DomainError("required", { field: "file" });
      await approvePublicity({ publicityId, upload }, actor, db);
      return back("approved");
    });
  }
  const fields = await readForm(request);
  const intent = fields.get("intent");
  if (intent === "propose") {
    const form = parseFormData(fields, proposePublicitySchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await proposePublicity({ ...form.value, dealId }, actor, db);
      return back("proposed");
    });
  }
  const publicityId = await ownPublicityId(db, dealId, fields);
  if (intent === "handle") {
    const form = parseFormData(fields, handleObjectionSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await handleObjection({ ...form.value, publicityId }, actor, db);
      return back("handled");
    });
  }
  if (intent === "start") {
    return answerForm(parseFormData(fields, z.object({})), async () => {
      await runPublicity({ publicityId, move: "start" }, actor, db);
      return back("startDone");
    });
  }
  if (intent !== "revise" && intent !== "stop") throw new DomainError("bad_form", { status: 400 });
  const form = parseFormData(fields, publicityNoteSchema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => {
    await runPublicity({ publicityId, move: intent, note: form.value.note }, actor, db);
    return back(intent === "revise" ? "revisedDone" : "stoppedDone");
  });
}
