import { z } from "zod";
import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { amendTender } from "~/domain/tenders/amend-tender.server";
import { amendTenderSchema } from "~/domain/tenders/amendment-schema";
import { answerTenderQuestion } from "~/domain/tenders/answer-tender-question.server";
import { awardTender } from "~/domain/tenders/award-tender.server";
import { moveTender, PLAIN_MOVES } from "~/domain/tenders/move-tender.server";
import { nameKeyHolder } from "~/domain/tenders/name-key-holder.server";
import { recallTender } from "~/domain/tenders/recall-tender.server";
import { HOLDER_ROLES } from "~/domain/tenders/tender-bid-schema";
import { deskTenderHref } from "~/domain/tenders/tender-href";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm } from "~/http/form.server";
import type { Db } from "~/platform/db.server";
import { runTenderForm } from "./run-tender-form.server";

const note = z
  .string()
  .trim()
  .max(1000, errorCode("too_long", { max: 1000 }))
  .default("");
export const moveSchema = z.object({ move: z.enum(PLAIN_MOVES, "required"), note });
export const holderSchema = z.object({
  role: z.enum(HOLDER_ROLES, "bad_form"),
  email: z.email("not_an_email"),
});
const answerSchema = z.object({
  questionId: z.uuid("bad_form"),
  answer: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(3000, errorCode("too_long", { max: 3000 })),
});
const awardSchema = z.object({ bidId: z.uuid("required"), note });

/** What the buyer's page of a tender posts, by intent. */
export async function answerDeskTender(request: Request, tenderId: string, actor: Actor, db: Db) {
  const fields = await readForm(request);
  const to = deskTenderHref(tenderId);
  switch (fields.get("intent")) {
    case "move":
      return runTenderForm(fields, moveSchema, { to, message: "desk.done" }, (value) =>
        moveTender({ tenderId, ...value }, actor, db),
      );
    case "holder":
      return runTenderForm(fields, holderSchema, { to, message: "holders.appointed" }, (value) =>
        nameKeyHolder({ tenderId, ...value }, actor, db),
      );
    case "amend":
      return runTenderForm(
        fields,
        amendTenderSchema,
        { to, message: "amendments.published" },
        (value) => amendTender({ tenderId, ...value }, actor, db),
      );
    case "answer":
      return runTenderForm(fields, answerSchema, { to, message: "questions.replied" }, (value) =>
        answerTenderQuestion({ tenderId, ...value }, actor, db),
      );
    case "award":
      return runTenderForm(fields, awardSchema, { to, message: "desk.awardDone" }, (value) =>
        awardTender({ tenderId, ...value }, actor, db),
      );
    case "recall":
      return answerForm(parseFormData(fields, z.object({})), async () => {
        const { id } = await recallTender({ tenderId }, actor, db);
        const message = "tenders:desk.recalled";
        return redirectWithFlash(deskTenderHref(id, "edit"), { tone: "success", message });
      });
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
