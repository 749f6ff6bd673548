import { z } from "zod";
import { withdrawLot } from "~/domain/bidding/withdraw-lot.server";
import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";
import { answerLotQuestion } from "~/domain/trading/answer-lot-question.server";
import { deskLotHref } from "~/domain/trading/lot-href";
import { moveLot, SELLER_MOVES } from "~/domain/trading/move-lot.server";
import { rerunLot } from "~/domain/trading/rerun-lot.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { getDb } from "~/platform/db.server";

const moveSchema = z.object({
  note: z
    .string()
    .trim()
    .max(1000, errorCode("too_long", { max: 1000 }))
    .default(""),
  applicationId: z.uuid("not_a_choice").optional(),
});
const answerSchema = z.object({
  number: z.coerce.number("required").int().min(1),
  answer: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(2000, errorCode("too_long", { max: 2000 })),
});
const rerunSchema = z.object({
  startPrice: z.string("not_an_amount").transform((text, context) => {
    const fen = parseYuan(text);
    if (fen !== null && fen > 0n) return fen;
    context.addIssue({ code: "custom", message: "not_an_amount" });
    return z.NEVER;
  }),
});

const done = (target: string, message: string) =>
  redirectWithFlash(target, { tone: "success", message: `trading:desk.${message}` });

/** The seller's forms on the page of one lot, by their intent. */
export async function answerDeskLotForm(request: Request, lotId: string, actor: UserActor) {
  const fields = await readForm(request);
  const intent = String(fields.get("intent") ?? "");
  const db = getDb();
  const move = SELLER_MOVES.find((one) => one === intent);
  if (move) {
    const form = parseFormData(fields, moveSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const { note, applicationId } = form.value;
      const input = { ...(note ? { note } : {}), ...(applicationId ? { applicationId } : {}) };
      if (move === "withdraw") await withdrawLot({ lotId, note }, actor, db);
      else await moveLot({ ...input, lotId, move }, actor, db);
      return done(move === "discard" ? "/desk/lots" : deskLotHref(lotId), "moved");
    });
  }
  if (intent === "answer") {
    const form = parseFormData(fields, answerSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await answerLotQuestion({ lotId, ...form.value }, actor, db);
      return done(deskLotHref(lotId), "answered");
    });
  }
  if (intent === "rerun") {
    const form = parseFormData(fields, rerunSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const made = await rerunLot({ lotId, startPriceFen: form.value.startPrice }, actor, db);
      return done(`${deskLotHref(made.id)}/edit`, "rerunDone");
    });
  }
  throw new DomainError("bad_form", { status: 400 });
}
