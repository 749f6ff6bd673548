import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { checkLot } from "~/domain/trading/check-lot.server";
import { decideLotApplication } from "~/domain/trading/decide-lot-application.server";
import { LOT_STEPS } from "~/domain/trading/lot-draft-schema";
import { officeLotHref } from "~/domain/trading/lot-href";
import { moveLot, OPERATOR_MOVES } from "~/domain/trading/move-lot.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { getDb } from "~/platform/db.server";

const note = z
  .string()
  .trim()
  .max(1000, errorCode("too_long", { max: 1000 }))
  .default("");

/** Beijing time typed by a person, as the instant it means. */
const instant = z
  .string()
  .optional()
  .transform((typed, context) => {
    if (!typed) return undefined;
    const clean = typed.normalize("NFKC").trim().replace(" ", "T");
    const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(clean)
      ? new Date(`${clean}:00.000+08:00`)
      : null;
    if (at && !Number.isNaN(at.getTime())) return at.toISOString();
    context.addIssue({ code: "custom", message: "not_a_date" });
    return z.NEVER;
  });

const moveSchema = z.object({ note, applicationsEndAt: instant, biddingStartsAt: instant });
const returnSchema = z.object({
  note: z.string("note_required").trim().min(1, "note_required").max(1000),
  ...Object.fromEntries(
    LOT_STEPS.map((step) => [`comment-${step}`, z.string().max(500).default("")]),
  ),
});
const decisionSchema = z.object({
  applicationId: z.uuid("required"),
  note,
  preemptiveRank: z.coerce
    .number("not_a_number")
    .int()
    .min(1, errorCode("out_of_range", { min: 1, max: 9 }))
    .max(9, errorCode("out_of_range", { min: 1, max: 9 }))
    .optional(),
});

const done = (lotId: string, message: string) =>
  redirectWithFlash(officeLotHref(lotId), {
    tone: "success",
    message: `trading:office.${message}`,
  });

const DECISIONS = ["qualify", "refuse", "exclude"] as const;

/** The operator's forms on the page of one lot, by their intent. */
export async function answerOfficeLotForm(request: Request, lotId: string, actor: UserActor) {
  const fields = await readForm(request);
  const intent = String(fields.get("intent") ?? "");
  const db = getDb();
  if (intent === "announce") {
    return answerForm(parseFormData(fields, z.object({})), async () => {
      await checkLot({ lotId, decision: "announce" }, actor, db);
      return done(lotId, "announced");
    });
  }
  if (intent === "return") {
    const form = parseFormData(fields, returnSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const values: Record<string, string> = form.value;
      const comments = LOT_STEPS.map((field) => ({
        field,
        text: values[`comment-${field}`] ?? "",
      }));
      await checkLot({ lotId, decision: "return", note: values.note ?? "", comments }, actor, db);
      return done(lotId, "returned");
    });
  }
  const decision = DECISIONS.find((one) => one === intent);
  if (decision) {
    const form = parseFormData(fields, decisionSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const { applicationId, preemptiveRank = null } = form.value;
      const input =
        decision === "qualify"
          ? { decision, note: form.value.note, preemptiveRank }
          : { decision, note: form.value.note };
      await decideLotApplication({ applicationId, lotId, ...input }, actor, db);
      return done(lotId, "decided");
    });
  }
  const move = OPERATOR_MOVES.find((one) => one === intent);
  if (!move) throw new DomainError("bad_form", { status: 400 });
  const form = parseFormData(fields, moveSchema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => {
    await moveLot({ ...form.value, lotId, move }, actor, db);
    return done(lotId, "decided");
  });
}
