import { redirect } from "@remix-run/node";
import { z } from "zod";
import { attachBrokerFile } from "~/domain/brokers/attach-broker-file.server";
import {
  certificateSchema,
  PROFILE_STEPS,
  type ProfileStep,
  personSchema,
  publicationSchema,
  workSchema,
} from "~/domain/brokers/broker-profile-schema";
import { giveConsent } from "~/domain/brokers/give-consent.server";
import { moveBrokerProfile, OWN_MOVES } from "~/domain/brokers/move-broker-profile.server";
import { MAX_BROKER_FILE_BYTES } from "~/domain/brokers/profile-file-rules";
import { type ProfilePart, saveBrokerProfile } from "~/domain/brokers/save-broker-profile.server";
import { startBrokerProfile } from "~/domain/brokers/start-broker-profile.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { readUpload } from "~/http/upload.server";
import { getDb } from "~/platform/db.server";

const PAGE = "/desk/broker/profile";

/** All forms of the page of one's own profile, by their intent. */
export async function changeProfile(request: Request, actor: UserActor) {
  if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    return takeFile(request, actor);
  }
  const fields = await readForm(request);
  const intent = fields.get("intent");
  const db = getDb();
  const move = OWN_MOVES.find((one) => one === intent);
  if (move) {
    return answerForm(parseFormData(fields, z.object({})), async () => {
      await moveBrokerProfile({ move }, actor, db);
      return done("/desk/broker", `profileMoved.${move}`);
    });
  }
  if (intent === "start") {
    await startBrokerProfile(actor, db);
    return redirect(PAGE);
  }
  if (intent === "consent") {
    const form = parseFormData(fields, publicationSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const { publicationConsent, photoConsent } = form.value;
      const input = { publication: Boolean(publicationConsent), photo: Boolean(photoConsent) };
      await giveConsent(input, actor, db);
      return done(`${PAGE}?step=publication`, "profile.consentSaved");
    });
  }
  switch (intent) {
    case "person": {
      const form = parseFormData(fields, personSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, () => save({ step: "person", values: form.value }, actor));
    }
    case "certificate": {
      const form = parseFormData(fields, certificateSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, () => save({ step: "certificate", values: form.value }, actor));
    }
    case "work": {
      const form = parseFormData(fields, workSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, () => save({ step: "work", values: form.value }, actor));
    }
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}

const done = (target: string, message: string) =>
  redirectWithFlash(target, { tone: "success", message: `brokers:${message}` });

async function save(part: ProfilePart, actor: UserActor) {
  await saveBrokerProfile(part, actor, getDb());
  const next: ProfileStep = PROFILE_STEPS[PROFILE_STEPS.indexOf(part.step) + 1] ?? "publication";
  return done(`${PAGE}?step=${next}`, "profile.saved");
}

const fileSchema = z.object({ kind: z.enum(["certificate", "photo"], "not_a_choice") });

async function takeFile(request: Request, actor: UserActor) {
  const blank = parseFormData(new FormData(), z.object({}));
  return answerForm(blank, async () => {
    const { fields, upload } = await readUpload(request, {
      field: "file",
      maxBytes: MAX_BROKER_FILE_BYTES,
    });
    const form = parseFormData(fields, fileSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      if (!upload) throw new DomainError("required", { field: "file" });
      await attachBrokerFile({ kind: form.value.kind, upload }, actor, getDb());
      const step = form.value.kind === "photo" ? "publication" : "certificate";
      return done(`${PAGE}?step=${step}`, "profile.uploaded");
    });
  });
}
