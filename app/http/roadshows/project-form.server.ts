import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { advanceProject } from "~/domain/roadshows/call/advance-project.server";
import { changePresenter } from "~/domain/roadshows/call/change-presenter.server";
import { handInMaterial } from "~/domain/roadshows/call/hand-in-material.server";
import { presenterChangeSchema } from "~/domain/roadshows/call/presenter-change-schema";
import { getSeenProject } from "~/domain/roadshows/call/project-access.server";
import { missingParts } from "~/domain/roadshows/call/project-completeness-rules";
import {
  NOT_FILED,
  noteSchema,
  type ProjectForm,
  projectFormSchema,
} from "~/domain/roadshows/call/project-schema";
import { saveProject } from "~/domain/roadshows/call/save-project.server";
import { pitchHref } from "~/domain/roadshows/events/roadshow-href";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { MAX_DOCUMENT_BYTES } from "~/domain/shared/file-type-rules";
import type { Db } from "~/platform/db.server";
import { formRunner } from "../challenges/run-form.server";
import { answerForm, parseFormData, readForm, refuseForm } from "../form.server";
import { readUpload } from "../upload.server";
import { backTo } from "./run-pitch-form.server";

/** What the page of who pitches can post, by intent: the form, the moves, and slides as multipart. */
export async function answerProject(request: Request, projectId: string, actor: UserActor, db: Db) {
  const page = pitchHref(projectId);
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("multipart/form-data")) return takeMaterial(request, projectId, actor, db);
  const fields = await readForm(request);
  const run = formRunner(fields);
  const intent = String(fields.get("intent") ?? "");
  switch (intent) {
    case "save":
      return run(projectFormSchema, async (form) => {
        await saveProject({ projectId, form, isHandedIn: false }, actor, db);
        return backTo(page, "saved");
      });
    case "submit": {
      const { row } = await getSeenProject(db, projectId, actor);
      return handIn(fields, row.side, async (form) => {
        await saveProject({ projectId, form, isHandedIn: true }, actor, db);
        return backTo(page, "submitted");
      });
    }
    case "presenter":
      return run(presenterChangeSchema, async (form) => {
        await changePresenter({ projectId, form }, actor, db);
        return backTo(page, "presenter");
      });
    case "confirm":
    case "decline":
    case "withdraw":
      return run(z.object({}), async () => {
        await advanceProject(projectId, intent, {}, actor, db);
        return backTo(page, "moved");
      });
    case "drop":
      return run(noteSchema, async ({ note }) => {
        await advanceProject(projectId, intent, { note }, actor, db);
        return backTo(page, "moved");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}

/** Everything that is missing is said at once, each at its field; the use case would name the first. */
function handIn(fields: FormData, side: string, save: (form: ProjectForm) => Promise<Response>) {
  const form = parseFormData(fields, projectFormSchema);
  if (form.status !== "success") return refuseForm(form);
  const fieldErrors: Record<string, string[]> = Object.fromEntries(
    missingParts({ ...form.value, side }).map((name) => [name, ["required"]]),
  );
  const { noveltyAnswer } = form.value;
  if (side === "SUPPLY" && (noveltyAnswer === null || noveltyAnswer === NOT_FILED)) {
    fieldErrors.noveltyAnswer = [noveltyAnswer ? "pitch_patent_first" : "pitch_novelty_unanswered"];
  }
  if (Object.keys(fieldErrors).length > 0) {
    return refuseForm({ reply: () => form.reply({ fieldErrors }) });
  }
  return answerForm(form, () => save(form.value));
}

async function takeMaterial(request: Request, projectId: string, actor: UserActor, db: Db) {
  const none = parseFormData(new FormData(), z.object({}));
  return answerForm(none, async () => {
    // Whoever has nothing to do with the project sends no megabytes.
    await getSeenProject(db, projectId, actor);
    const { upload } = await readUpload(request, { field: "file", maxBytes: MAX_DOCUMENT_BYTES });
    if (!upload) throw new DomainError("required", { field: "file" });
    await handInMaterial({ projectId, upload }, actor, db);
    return backTo(pitchHref(projectId), "material");
  });
}

export type ProjectSaveAnswer =
  | { status: "saved"; revision: number; savedAt: string }
  | { status: "stale" }
  | { status: "refused" };

/** Saves a draft while it is being written; what does not pass is left for the form itself to say. */
export async function autosaveProject(
  request: Request,
  projectId: string,
  actor: UserActor,
  db: Db,
): Promise<ProjectSaveAnswer> {
  const form = parseFormData(await readForm(request), projectFormSchema);
  if (form.status !== "success") return { status: "refused" };
  try {
    const input = { projectId, form: form.value, isHandedIn: false };
    const { revision } = await saveProject(input, actor, db);
    return { status: "saved", revision, savedAt: clock.now().toISOString() };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === "stale_revision" || error.code === "wrong_state") return { status: "stale" };
    if (error.status === 422) return { status: "refused" };
    throw error;
  }
}
