import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { MAX_DOCUMENT_BYTES } from "~/domain/shared/file-type-rules";
import { addLotFile } from "~/domain/trading/add-lot-file.server";
import {
  LOT_STEPS,
  type LotFormStep,
  type LotStepForm,
  lotChecksFormSchema,
  lotPriceFormSchema,
  lotRulesFormSchema,
  lotSaleFormSchema,
} from "~/domain/trading/lot-draft-schema";
import { LOT_FILE_PURPOSES, LOT_FILE_VISIBILITIES } from "~/domain/trading/lot-file-rules";
import { deskLotHref } from "~/domain/trading/lot-href";
import { getLotWizard } from "~/domain/trading/lot-wizard-queries.server";
import { moveLot } from "~/domain/trading/move-lot.server";
import { removeLotFile } from "~/domain/trading/remove-lot-file.server";
import { saveLotDraft } from "~/domain/trading/save-lot-draft.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { readUpload } from "~/http/upload.server";
import { withoutSecrets } from "~/http/without-secrets";
import { getDb } from "~/platform/db.server";

const fileSchema = z.object({
  purpose: z.enum(LOT_FILE_PURPOSES, "not_a_choice"),
  visibility: z.enum(LOT_FILE_VISIBILITIES, "not_a_choice").default("PUBLIC"),
  title: z.string().trim().max(100, "too_long").default(""),
});

const done = (target: string, message: string) =>
  redirectWithFlash(target, { tone: "success", message: `trading:desk.${message}` });

/** All forms of the wizard of one lot, by their intent. */
export async function editLot(request: Request, lotId: string, actor: UserActor) {
  const page = `${deskLotHref(lotId)}/edit`;
  if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    // Whoever may not write the lot is refused before anything is read.
    await getLotWizard(getDb(), lotId, actor, "zh-CN");
    return takeFile(request, lotId, actor, page);
  }
  const fields = await readForm(request);
  const intent = String(fields.get("intent") ?? "");
  if (intent === "removeFile") {
    const form = parseFormData(fields, z.object({ lotFileId: z.uuid("required") }));
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await removeLotFile({ lotId, lotFileId: form.value.lotFileId }, actor, getDb());
      return done(`${page}?step=files`, "fileRemoved");
    });
  }
  if (intent === "submit") {
    return answerForm(parseFormData(fields, z.object({})), async () => {
      await moveLot({ lotId, move: "submit" }, actor, getDb());
      return done(deskLotHref(lotId), "submitted");
    });
  }
  return saveStep(fields, intent, lotId, actor, page);
}

async function takeFile(request: Request, lotId: string, actor: UserActor, page: string) {
  const { fields, upload } = await readUpload(request, {
    field: "file",
    maxBytes: MAX_DOCUMENT_BYTES,
  });
  const form = parseFormData(fields, fileSchema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => {
    if (!upload) throw new DomainError("required", { field: "file" });
    await addLotFile({ ...form.value, lotId, upload }, actor, getDb());
    return done(`${page}?step=files`, "fileAdded");
  });
}

type Saved = (input: LotStepForm) => Promise<Response>;

async function saveStep(
  fields: FormData,
  step: string,
  lotId: string,
  actor: UserActor,
  page: string,
) {
  const revision = Number(fields.get("revision"));
  if (!Number.isSafeInteger(revision)) throw new DomainError("bad_form", { status: 400 });
  const save: Saved = async (input) => {
    await saveLotDraft({ ...input, lotId, revision }, actor, getDb());
    const next = LOT_STEPS[LOT_STEPS.indexOf(input.step) + 1] ?? "preview";
    return redirect(`${page}?step=${next}`);
  };
  switch (step as LotFormStep) {
    case "sale": {
      const form = parseFormData(fields, lotSaleFormSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, () => save({ step: "sale", form: form.value }));
    }
    case "price": {
      const form = parseFormData(fields, lotPriceFormSchema);
      // A secret amount does not come back, not to its own writer either.
      const isSecret = fields.get("reserveKind") === "SECRET";
      const safe = isSecret ? withoutSecrets(form, ["reserve"]) : form;
      if (form.status !== "success") return refuseForm(safe);
      return answerForm(safe, () => save({ step: "price", form: form.value }));
    }
    case "rules": {
      const form = parseFormData(fields, lotRulesFormSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, () => save({ step: "rules", form: form.value }));
    }
    case "checks": {
      const form = parseFormData(fields, lotChecksFormSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, () => save({ step: "checks", form: form.value }));
    }
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
