import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { askAboutLot } from "~/domain/trading/ask-about-lot.server";
import { confirmLot } from "~/domain/trading/confirm-lot.server";
import { lotHref } from "~/domain/trading/lot-href";
import { withdrawLotApplication } from "~/domain/trading/withdraw-lot-application.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { withoutSecrets } from "~/http/without-secrets";
import { getDb } from "~/platform/db.server";

const questionSchema = z.object({
  text: z
    .string("required")
    .trim()
    .min(5, errorCode("too_short", { min: 5 }))
    .max(1000, errorCode("too_long", { max: 1000 })),
});
const withdrawSchema = z.object({ applicationId: z.uuid("required") });
const confirmSchema = z.object({ password: z.string("required").min(1, "required").max(200) });

const done = (number: number, message: string) =>
  redirectWithFlash(lotHref(number), { tone: "success", message: `trading:${message}` });

/** The forms on the public page of a lot, by their intent. */
export async function answerPublicLotForm(request: Request, number: number, actor: UserActor) {
  const fields = await readForm(request);
  const db = getDb();
  switch (fields.get("intent")) {
    case "ask": {
      const form = parseFormData(fields, questionSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        await askAboutLot({ number, text: form.value.text }, actor, db);
        return done(number, "questions.sent");
      });
    }
    case "withdraw": {
      const form = parseFormData(fields, withdrawSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        await withdrawLotApplication(form.value.applicationId, actor, db);
        return done(number, "application.withdrawn");
      });
    }
    case "confirm": {
      const form = parseFormData(fields, confirmSchema);
      const safe = withoutSecrets(form, ["password"]);
      if (form.status !== "success") return refuseForm(safe);
      return answerForm(safe, async () => {
        const lot = await db.lot.findUnique({ where: { number }, select: { id: true } });
        const { password } = form.value;
        await confirmLot({ lotId: lot?.id ?? "", password }, actor, db);
        return done(number, "page.confirmed");
      });
    }
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
