import { z } from "zod";
import { intentionHref } from "~/domain/challenges/challenge-href";
import { noteSchema } from "~/domain/challenges/challenge-schema";
import { getReadableIntention } from "~/domain/challenges/intention-access.server";
import {
  type IntentionForm,
  intentionFormSchema,
  missingIntentionParts,
  readIntention,
} from "~/domain/challenges/intention-schema";
import { moveIntention } from "~/domain/challenges/move-intention.server";
import { saveIntention } from "~/domain/challenges/save-intention.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { answerForm, parseFormData, readForm, refuseForm } from "../form.server";
import { backTo, formRunner } from "./run-form.server";

/** The value promised for a target, one for each. */
const TARGET_ANSWER = /^answers\[\d+\]\.value$/;

/** What the page of an intention can post, by intent: the taker's form and moves, the screening. */
export async function answerIntention(
  request: Request,
  intentionId: string,
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  const run = formRunner(fields);
  const page = intentionHref(intentionId);
  const intent = String(fields.get("intent") ?? "");
  switch (intent) {
    case "save":
      return run(intentionFormSchema, async (form) => {
        await saveIntention({ intentionId, form, isHandedIn: false }, actor, db);
        return backTo(page, "saved");
      });
    case "submit":
      await getReadableIntention(db, intentionId, actor);
      return handIn(
        fields,
        (form) => saveIntention({ intentionId, form, isHandedIn: true }, actor, db),
        page,
      );
    case "withdraw":
    case "resume":
    case "admit":
      return run(z.object({}), async () => {
        await moveIntention({ intentionId, move: intent }, actor, db);
        return backTo(page, intent === "admit" ? "screened" : "moved");
      });
    case "refuse":
    case "exclude":
    case "reconsider":
      return run(noteSchema, async ({ note }) => {
        await moveIntention({ intentionId, move: intent, note }, actor, db);
        return backTo(page, "screened");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}

/** Everything that is missing is said at once, each at its field; the use case would name the first. */
function handIn(fields: FormData, save: (form: IntentionForm) => Promise<unknown>, page: string) {
  const form = parseFormData(fields, intentionFormSchema);
  if (form.status !== "success") return refuseForm(form);
  const targets = [...fields.keys()].filter((name) => TARGET_ANSWER.test(name)).length;
  const missing = missingIntentionParts(readIntention(form.value), targets);
  if (missing.length > 0) {
    const fieldErrors = Object.fromEntries(missing.map((name) => [name, ["required"]]));
    return refuseForm({ reply: () => form.reply({ fieldErrors }) });
  }
  return answerForm(form, async () => {
    await save(form.value);
    return backTo(page, "submitted");
  });
}

export type IntentionSaveAnswer =
  | { status: "saved"; revision: number; savedAt: string }
  | { status: "stale" }
  | { status: "refused" };

/** Saves a draft while it is being written; what does not pass is left for the form itself to say. */
export async function autosaveIntention(
  request: Request,
  intentionId: string,
  actor: UserActor,
  db: Db,
): Promise<IntentionSaveAnswer> {
  const form = parseFormData(await readForm(request), intentionFormSchema);
  if (form.status !== "success") return { status: "refused" };
  try {
    const saved = { intentionId, form: form.value, isHandedIn: false };
    const { revision } = await saveIntention(saved, actor, db);
    return { status: "saved", revision, savedAt: clock.now().toISOString() };
  } catch (error) {
    if (!(error instanceof DomainError) || error.status === 404) throw error;
    const isStale = error.code === "stale_revision" || error.code === "wrong_state";
    return { status: isStale ? "stale" : "refused" };
  }
}
