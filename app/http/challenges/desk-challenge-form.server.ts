import { z } from "zod";
import { addChallengeFile } from "~/domain/challenges/add-challenge-file.server";
import { answerChallengeQuestion } from "~/domain/challenges/answer-challenge-question.server";
import { assertChallengeSeen } from "~/domain/challenges/challenge-access.server";
import { deskHref } from "~/domain/challenges/challenge-href";
import {
  answerSchema,
  extendSchema,
  FILE_VISIBILITIES,
  selectionSchema,
} from "~/domain/challenges/challenge-schema";
import { extendChallenge } from "~/domain/challenges/extend-challenge.server";
import { moveChallenge, PLAIN_MOVES } from "~/domain/challenges/move-challenge.server";
import { proposeTakers } from "~/domain/challenges/propose-takers.server";
import { relistChallenge } from "~/domain/challenges/relist-challenge.server";
import { removeChallengeFile } from "~/domain/challenges/remove-challenge-file.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { MAX_DOCUMENT_BYTES } from "~/domain/shared/file-type-rules";
import type { Db } from "~/platform/db.server";
import { readForm } from "../form.server";
import { readUpload } from "../upload.server";
import { backTo, formRunner } from "./run-form.server";

const fileSchema = z.object({
  title: z
    .string()
    .trim()
    .max(60, errorCode("too_long", { max: 60 }))
    .default(""),
  visibility: z.enum(FILE_VISIBILITIES, "required"),
});
const reasonSchema = z.object({
  note: z
    .string()
    .trim()
    .max(2000, errorCode("too_long", { max: 2000 }))
    .default(""),
});

/** What the poster's page of a challenge can post, by intent; the form with a file comes as multipart. */
export async function answerDeskChallenge(
  request: Request,
  challengeId: string,
  actor: UserActor,
  db: Db,
) {
  // Only the poster's people may make the server read a large body.
  const role = await assertChallengeSeen(db, challengeId, actor);
  if (role !== "poster") throw new DomainError("not_found", { status: 404 });
  const page = deskHref(challengeId);
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("multipart/form-data")) {
    const { fields, upload } = await readUpload(request, {
      field: "file",
      maxBytes: MAX_DOCUMENT_BYTES,
    });
    return formRunner(fields)(fileSchema, async (value) => {
      if (!upload) throw new DomainError("required", { field: "file" });
      await addChallengeFile({ challengeId, ...value, upload }, actor, db);
      return backTo(`${page}#files`, "fileAdded");
    });
  }
  const fields = await readForm(request);
  const run = formRunner(fields);
  const intent = String(fields.get("intent") ?? "");
  const move = PLAIN_MOVES.find((one) => one === intent);
  if (move) {
    return run(reasonSchema, async ({ note }) => {
      await moveChallenge({ challengeId, move, note }, actor, db);
      return backTo(page, "moved");
    });
  }
  switch (intent) {
    case "relist":
      return run(z.object({}), async () => {
        const { id } = await relistChallenge(challengeId, actor, db);
        return backTo(deskHref(id), "relisted");
      });
    case "extend":
      return run(extendSchema, async ({ dueOn }) => {
        await extendChallenge({ challengeId, dueOn }, actor, db);
        return backTo(page, "extended");
      });
    case "removeFile":
      return run(z.object({ fileId: z.uuid("not_an_id") }), async ({ fileId }) => {
        await removeChallengeFile({ challengeId, fileId }, actor, db);
        return backTo(`${page}#files`, "fileRemoved");
      });
    case "answer":
      return run(answerSchema, async (value) => {
        await answerChallengeQuestion({ challengeId, ...value }, actor, db);
        return backTo(`${page}#questions`, "answered");
      });
    case "propose":
      return run(selectionSchema, async (value) => {
        await proposeTakers({ challengeId, ...value }, actor, db);
        return backTo(page, "proposed");
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
