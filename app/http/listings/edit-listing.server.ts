import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { addListingFile } from "~/domain/catalogue/add-listing-file.server";
import { FILE_PURPOSES } from "~/domain/catalogue/file-purpose";
import { FILE_RULES } from "~/domain/catalogue/file-rules";
import { KIND, type ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { getOwnListing } from "~/domain/catalogue/listing-queries.server";
import { publishChange } from "~/domain/catalogue/publish-change.server";
import { removeListingFile } from "~/domain/catalogue/remove-listing-file.server";
import { isEditable } from "~/domain/catalogue/save-draft.server";
import { submitListing } from "~/domain/catalogue/submit-listing.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { previewMatches } from "~/domain/matching/preview-matches.server";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { parseFormData, readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { readUpload } from "./read-upload.server";
import { saveStep } from "./save-step.server";
import { readRemoval, removeRow } from "./step-fields";
import { qualityView, stepsOf, wizardView } from "./wizard-view.server";

const textOf = (fields: FormData, name: string) => {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
};
const revisionOf = (fields: FormData) => {
  const revision = Number(textOf(fields, "revision"));
  if (!Number.isInteger(revision)) throw new DomainError("bad_form", { status: 400 });
  return revision;
};

/** Loader of the wizard of either kind. */
export function loadWizard(kind: ListingKind, { request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const listing = await getOwnListing(db, { kind, id: params.id ?? "" }, actor);
    assertCan(actor, "listing.edit", { organisationId: listing.organisationId });
    if (!isEditable(listing.state)) throw redirect(`/desk/${KIND[kind].segment}/${listing.id}`);
    const steps = stepsOf(kind);
    const asked = new URL(request.url).searchParams.get("step") ?? "";
    const step = steps.find((one) => one === asked) ?? steps[0] ?? "basics";
    const t = getFixedT(request, ["catalogue", "common"]);
    // Without scripts the page shows the counterparts of what was saved last.
    const [view, matches] = await Promise.all([
      wizardView(db, listing, step, findLocale(request)),
      step === "files" || step === "check"
        ? null
        : previewMatches({ kind, id: listing.id, content: {} }, actor, db),
    ]);
    const own = kind === "achievement" ? "edit.titleAchievement" : "edit.titleNeed";
    return { view, matches, title: `${t(`catalogue:${own}`)} · ${t("common:marketName")}` };
  });
}

type Refused = {
  initialValue?: Record<string, unknown> | null;
  error?: Record<string, string[] | null> | null;
};

function refuse(error: unknown, values: Record<string, unknown>) {
  if (!(error instanceof DomainError)) throw error;
  const code = errorCode(error.code, error.params);
  const result: Refused = { initialValue: values, error: { [error.field ?? ""]: [code] } };
  return data({ result }, { status: error.status });
}

async function upload(kind: ListingKind, id: string, request: Request, actor: UserActor) {
  const values: Record<string, unknown> = {};
  try {
    const { fields, file } = await readUpload(request, FILE_RULES.ATTACHMENT.maxBytes);
    const role = FILE_PURPOSES.find((one) => one === textOf(fields, "role"));
    values.role = role;
    if (!role) throw new DomainError("bad_form", { status: 400 });
    if (!file) throw new DomainError("required", { field: "file" });
    const { caption, visibility } = {
      caption: textOf(fields, "caption").replaceAll("\u0000", ""),
      visibility: textOf(fields, "visibility"),
    };
    await addListingFile({ kind, id, role, caption, visibility, file }, actor, getDb());
  } catch (error) {
    return refuse(error, values);
  }
  return redirectWithFlash(`/desk/${KIND[kind].segment}/${id}/edit?step=files`, {
    tone: "success",
    message: "catalogue:flash.fileUploaded",
  });
}

async function decide(
  kind: ListingKind,
  id: string,
  intent: string,
  fields: FormData,
  actor: UserActor,
) {
  const db = getDb();
  const desk = `/desk/${KIND[kind].segment}/${id}`;
  const done = (message: string, target = desk) =>
    redirectWithFlash(target, { tone: "success", message: `catalogue:flash.${message}` });
  try {
    if (intent === "removeFile") {
      await removeListingFile(
        { kind, id, listingFileId: textOf(fields, "listingFileId") },
        actor,
        db,
      );
      return done("fileRemoved", `${desk}/edit?step=files`);
    }
    if (intent === "submit") {
      await submitListing({ kind, id, revision: revisionOf(fields) }, actor, db);
      return done("submitted");
    }
    const note = textOf(fields, "note").trim();
    await publishChange({ kind, id, revision: revisionOf(fields), note }, actor, db);
    return done("changePublished");
  } catch (error) {
    return refuse(error, { note: textOf(fields, "note") });
  }
}

/** Action of the wizard: saves a step, changes rows, uploads, submits. Works without scripts. */
export function actOnWizard(kind: ListingKind, { request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const id = params.id ?? "";
    const base = `/desk/${KIND[kind].segment}/${id}`;
    const url = new URL(request.url);
    const isUpload =
      url.searchParams.get("step") === "files" &&
      (request.headers.get("content-type") ?? "").startsWith("multipart/");
    if (isUpload) return upload(kind, id, request, actor);

    const fields = await readForm(request);
    const intent = textOf(fields, "intent") || "next";
    if (intent === "submit" || intent === "publishChange" || intent === "removeFile") {
      return decide(kind, id, intent, fields, actor);
    }
    const step = textOf(fields, "step");
    const removal = readRemoval(intent);
    const posted = removal ? removeRow(fields, removal.list, removal.row) : fields;
    // Nested as the fields read them, so that what was typed stays on the page.
    const values = parseFormData(posted, z.object({})).payload;
    let saved: Awaited<ReturnType<typeof saveStep>>;
    try {
      const input = { kind, id, step, fields: posted, isAutosave: false };
      saved = await saveStep({ ...input, revision: revisionOf(fields) }, actor, getDb());
    } catch (error) {
      return refuse(error, values);
    }
    if (saved.refused) {
      return data({ result: saved.refused as Refused, revision: saved.revision }, { status: 400 });
    }
    if (intent === "leave") {
      return redirectWithFlash(base, { tone: "success", message: "catalogue:flash.saved" });
    }
    const steps = stepsOf(kind);
    const stays = intent === "add-row" || removal !== null;
    const next = stays ? step : (steps[steps.indexOf(step) + 1] ?? step);
    return redirect(`${base}/edit?step=${next}`);
  });
}

/** Answer of the quiet save while somebody types; JSON, because the page reads it itself. */
export async function autosave(kind: ListingKind, { request, params }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  const id = params.id ?? "";
  const db = getDb();
  try {
    const fields = await readForm(request);
    const step = textOf(fields, "step");
    const input = { kind, id, step, fields, isAutosave: true };
    const saved = await saveStep({ ...input, revision: revisionOf(fields) }, actor, db);
    const listing = await getOwnListing(db, { kind, id }, actor);
    return Response.json({
      status: saved.refused ? "partly" : "saved",
      revision: saved.revision,
      savedAt: saved.savedAt.toISOString(),
      errors: saved.refused?.error ?? {},
      quality: qualityView(listing),
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return Response.json({ status: "stale", code: error.code }, { status: error.status });
  }
}
