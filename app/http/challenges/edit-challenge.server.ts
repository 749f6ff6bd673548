import { z } from "zod";
import { deskHref } from "~/domain/challenges/challenge-href";
import { challengeFormSchema } from "~/domain/challenges/challenge-schema";
import { saveChallenge } from "~/domain/challenges/save-challenge.server";
import type { UserActor } from "~/domain/identity/actor";
import type { Db } from "~/platform/db.server";
import { readForm } from "../form.server";
import { backTo, formRunner } from "./run-form.server";

const editSchema = challengeFormSchema.extend({
  revision: z.coerce.number("bad_form").int("bad_form"),
});

/** Saves the poster's form; "more" stays on it with rows for further targets. */
export async function editChallenge(
  request: Request,
  challengeId: string,
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  const page = deskHref(challengeId);
  return formRunner(fields)(editSchema, async ({ revision, ...form }) => {
    await saveChallenge({ challengeId, revision, form }, actor, db);
    return backTo(fields.get("intent") === "more" ? `${page}/edit` : page, "saved");
  });
}
