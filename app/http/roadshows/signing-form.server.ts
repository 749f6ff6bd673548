import type { UserActor } from "~/domain/identity/actor";
import { addSigning } from "~/domain/roadshows/day/add-signing.server";
import { confirmSigning } from "~/domain/roadshows/day/confirm-signing.server";
import { SIGNINGS_HREF } from "~/domain/roadshows/day/signing-href";
import { signingIdSchema, signingSchema } from "~/domain/roadshows/day/signing-schema";
import { withdrawSigning } from "~/domain/roadshows/day/withdraw-signing.server";
import { organiserHref } from "~/domain/roadshows/events/roadshow-href";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { formRunner } from "../challenges/run-form.server";
import { readForm } from "../form.server";
import { backTo } from "./run-day-form.server";

/** The organiser's list: a new row, or one taken back. */
export async function answerSigning(
  request: Request,
  roadshowId: string,
  actor: UserActor,
  db: Db,
) {
  const fields = await readForm(request);
  const run = formRunner(fields);
  const page = organiserHref(roadshowId, "signing");
  switch (String(fields.get("intent") ?? "")) {
    case "add":
      return run(signingSchema, async (value) => {
        await addSigning(roadshowId, value, actor, db);
        return backTo(page, "signing.done.added");
      });
    case "withdraw":
      return run(signingIdSchema, async ({ signingId }) => {
        await withdrawSigning({ roadshowId, signingId }, actor, db);
        return backTo(page, "signing.done.withdrawn");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}

/** A side's own confirmation. */
export async function answerOwnSigning(request: Request, actor: UserActor, db: Db) {
  const fields = await readForm(request);
  return formRunner(fields)(signingIdSchema, async ({ signingId }) => {
    await confirmSigning(signingId, actor, db);
    return backTo(SIGNINGS_HREF, "signing.done.confirmed");
  });
}
