import { z } from "zod";
import type { UserActor } from "~/domain/identity/actor";
import { answerRewardObjection } from "~/domain/performance/answer-reward-objection.server";
import { consentToName } from "~/domain/performance/consent-to-name.server";
import { moveRewardSheet } from "~/domain/performance/move-reward-sheet.server";
import { rewardHref } from "~/domain/performance/performance-href";
import {
  objectionAnswerSchema,
  rewardNoteSchema,
  rewardPaidSchema,
  rewardSchema,
} from "~/domain/performance/reward-schema";
import { saveRewardSheet } from "~/domain/performance/save-reward-sheet.server";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { redirectWithFlash } from "../flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "../form.server";

const DONE = {
  publish: "rewardPublish",
  confirmAtOnce: "rewardConfirmAtOnce",
  resume: "rewardResume",
  confirm: "rewardConfirm",
  revise: "rewardRevise",
  cancel: "rewardCancel",
} as const;

/** What the page of a reward sheet can post, by intent. */
export async function answerRewardForm(
  request: Request,
  sheetId: string,
  actor: UserActor,
  db: Db,
) {
  if (!isId(sheetId)) throw new DomainError("not_found", { status: 404 });
  const fields = await readForm(request);
  const run = async <S extends z.ZodType>(
    schema: S,
    message: string,
    work: (value: z.output<S>) => Promise<void>,
  ) => {
    const form = parseFormData(fields, schema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await work(form.value);
      return redirectWithFlash(rewardHref(sheetId), {
        tone: "success",
        message: `performance:done.${message}`,
      });
    });
  };
  const intent = String(fields.get("intent") ?? "");
  switch (intent) {
    case "save":
      return run(rewardSchema, "rewardSaved", (content) =>
        saveRewardSheet({ sheetId, content }, actor, db),
      );
    case "publish":
    case "confirmAtOnce":
    case "resume":
    case "confirm":
      return run(z.object({}), DONE[intent], () =>
        moveRewardSheet({ sheetId, move: intent }, actor, db),
      );
    case "revise":
    case "cancel":
      return run(rewardNoteSchema, DONE[intent], ({ note }) =>
        moveRewardSheet({ sheetId, move: intent, note }, actor, db),
      );
    case "pay":
      return run(rewardPaidSchema, "rewardPay", ({ paidOn }) =>
        moveRewardSheet({ sheetId, move: "pay", paidOn }, actor, db),
      );
    case "answer":
      return run(objectionAnswerSchema, "objectionAnswered", (value) =>
        answerRewardObjection({ sheetId, ...value }, actor, db),
      );
    case "consent":
    case "withdrawConsent":
      return run(z.object({}), intent === "consent" ? "consented" : "consentWithdrawn", () =>
        consentToName({ sheetId, isGiven: intent === "consent" }, actor, db),
      );
    default:
      throw new DomainError("bad_form", { status: 400 });
  }
}
