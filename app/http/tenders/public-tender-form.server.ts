import { z } from "zod";
import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { askTenderQuestion } from "~/domain/tenders/ask-tender-question.server";
import { objectToTender } from "~/domain/tenders/object-to-tender.server";
import { tenderHref } from "~/domain/tenders/tender-href";
import { findPublicTender } from "~/domain/tenders/tender-page-queries.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import type { Db } from "~/platform/db.server";
import { runTenderForm } from "./run-tender-form.server";

const words = (min: number, max: number) =>
  z
    .string("required")
    .trim()
    .min(min, errorCode("too_short", { min }))
    .max(max, errorCode("too_long", { max }));
const questionSchema = z.object({ text: words(5, 1000) });
const objectionSchema = z.object({
  organisationId: z.uuid("required"),
  objection: words(10, 3000),
});

/** Questions and objections on the public page. */
export async function answerPublicTenderForm(
  request: Request,
  number: number,
  actor: Actor,
  db: Db,
) {
  const tender = await findPublicTender(db, number);
  const fields = await readForm(request);
  const to = tenderHref(number);
  if (fields.get("intent") === "ask") {
    return runTenderForm(fields, questionSchema, { to, message: "questions.sent" }, ({ text }) =>
      askTenderQuestion({ tenderId: tender.id, text }, actor, db),
    );
  }
  if (fields.get("intent") !== "object") throw new DomainError("bad_form", { status: 400 });
  const form = parseFormData(fields, objectionSchema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => {
    const { organisationId, objection } = form.value;
    const input = { tenderId: tender.id, organisationId, text: objection };
    const made = await objectToTender(input, actor, db);
    const params = { number: made.number };
    return redirectWithFlash(to, { tone: "success", message: "tenders:objections.sent", params });
  });
}
