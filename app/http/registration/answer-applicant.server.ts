import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { answerRemark } from "~/domain/registration/answer-remark.server";
import { askOtherSide } from "~/domain/registration/ask-other-side.server";
import { moveRegistration } from "~/domain/registration/move-registration.server";
import { refreshDossier } from "~/domain/registration/refresh-dossier.server";
import {
  answerSchema,
  applicantMoveSchema,
  askSchema,
} from "~/domain/registration/registration-move-schema";
import {
  type RegistrationMove,
  registrationProcedure,
} from "~/domain/registration/registration-procedure";
import { DomainError } from "~/domain/shared/domain-error";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import type { Db } from "~/platform/db.server";

function moveOf(intent: string): RegistrationMove | null {
  return Object.hasOwn(registrationProcedure.moves, intent) ? (intent as RegistrationMove) : null;
}

/** The applicant's page: answers to remarks, a question to the other side, and every step. */
export async function answerApplicant(request: Request, id: string, actor: UserActor, db: Db) {
  const fields = await readForm(request);
  const intent = String(fields.get("intent") ?? "");
  const back = (message: string) =>
    redirectWithFlash(`/desk/registrations/${id}`, {
      tone: "success",
      message: `recognition:flash.${message}`,
    });
  if (intent === "answer") {
    const form = parseFormData(fields, answerSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await answerRemark({ registrationId: id, ...form.value }, actor, db);
      return back("saved");
    });
  }
  if (intent === "ask") {
    const form = parseFormData(fields, askSchema.extend({ intent: z.string() }));
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const { title, dueOn } = form.value;
      await askOtherSide({ registrationId: id, title, dueOn: dueOn ?? null }, actor, db);
      return back("asked");
    });
  }
  if (intent === "refill") {
    return answerForm(parseFormData(fields, z.object({})), async () => {
      await refreshDossier(id, actor, db);
      return back("refilled");
    });
  }
  const move = moveOf(intent);
  if (!move) throw new DomainError("bad_form", { status: 400 });
  const form = parseFormData(fields, applicantMoveSchema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => {
    const { intent: _, ...evidence } = form.value;
    await moveRegistration({ registrationId: id, move, evidence }, actor, db);
    return back("moved");
  });
}
