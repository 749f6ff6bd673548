import { z } from "zod";
import { answerMandate } from "~/domain/brokers/answer-mandate.server";
import { consentToMandate } from "~/domain/brokers/consent-to-mandate.server";
import {
  acceptSchema,
  claimSchema,
  consentSchema,
  reasonSchema,
  receiptSchema,
  settlementSchema,
} from "~/domain/brokers/mandate-schema";
import { type MandateStep, moveMandate } from "~/domain/brokers/move-mandate.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { getDb } from "~/platform/db.server";

/** All forms of a mandate's page, by their intent. */
export async function changeMandate(request: Request, mandateId: string, actor: UserActor) {
  const fields = await readForm(request);
  const db = getDb();
  const done = () =>
    redirectWithFlash(`/desk/mandates/${mandateId}`, {
      tone: "success",
      message: "brokers:mandateForms.done",
    });
  const move = async (step: MandateStep) => {
    await moveMandate({ mandateId, ...step }, actor, db);
    return done();
  };
  const intent = fields.get("intent");
  switch (intent) {
    case "accept": {
      const form = parseFormData(fields, acceptSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        await answerMandate({ mandateId, answer: "accept", ...form.value }, actor, db);
        return done();
      });
    }
    case "decline": {
      const form = parseFormData(fields, reasonSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        await answerMandate({ mandateId, answer: "decline", ...form.value }, actor, db);
        return done();
      });
    }
    case "consent": {
      const form = parseFormData(fields, consentSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        const { organisationId, termsHash } = form.value;
        await consentToMandate({ mandateId, organisationId, termsHash }, actor, db);
        return done();
      });
    }
    case "terminate":
    case "dispute": {
      const form = parseFormData(fields, reasonSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, () => move({ move: intent, ...form.value }));
    }
    case "propose":
    case "settle":
    case "settleFree": {
      const form = parseFormData(fields, settlementSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, () => move({ move: intent, ...form.value }));
    }
    case "claimFee": {
      const form = parseFormData(fields, claimSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, () => move({ move: intent, turnoverFen: form.value.turnover }));
    }
    case "confirmPaid": {
      const form = parseFormData(fields, receiptSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, () => move({ move: intent, ...form.value }));
    }
    case "withdraw":
      return answerForm(parseFormData(fields, z.object({})), () => move({ move: intent }));
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
