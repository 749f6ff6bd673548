import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { answerMatch } from "~/domain/matching/answer-match.server";
import { answerSchema, pairSchema } from "~/domain/matching/answer-schema";
import type { InPageReply } from "~/domain/matching/suggestion-schema";
import { takeBackAnswer } from "~/domain/matching/take-back-answer.server";
import { DomainError } from "~/domain/shared/domain-error";
import { readErrorCode } from "~/domain/shared/error-code";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { parseFormData, readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { safePath } from "~/http/safe-path";
import { getDb } from "~/platform/db.server";

/** There is nothing to see here. */
export function loader() {
  return redirect("/desk/matches");
}

/**
 * Takes an answer from a list of matches and goes back to it with a message; a list that stays on
 * the screen (`inPage`) gets the outcome itself. The answer NONE takes an answer back.
 */
export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const fields = await readForm(request);
    const isInPage = fields.get("inPage") === "1";
    const returnTo = fields.get("returnTo");
    const target = safePath(typeof returnTo === "string" ? returnTo : null, "/desk/matches");
    const refuse = (code: string, params = {}, status = 422) =>
      isInPage
        ? data({ answer: null, isMutual: false, error: { code, params } } satisfies InPageReply, {
            status,
          })
        : redirectWithFlash(target, { tone: "danger", message: `errors:${code}`, params });
    const isTakenBack = fields.get("answer") === "NONE";
    const form = parseFormData(fields, isTakenBack ? pairSchema : answerSchema);
    if (form.status !== "success") {
      const first = Object.values(form.error ?? {})
        .flat()
        .find((code) => typeof code === "string");
      const { code, params } = readErrorCode(first ?? "bad_form");
      return refuse(code, params);
    }
    const db = getDb();
    try {
      if (!("answer" in form.value)) {
        await takeBackAnswer(form.value, actor, db);
        if (isInPage) {
          return data({ answer: null, isMutual: false, error: null } satisfies InPageReply);
        }
        const message = "matching:answerPage.takenBack";
        return await redirectWithFlash(target, { tone: "success", message });
      }
      const { isChanged, isMutual } = await answerMatch(form.value, actor, db);
      const { answer, declineCode } = form.value;
      if (isInPage) {
        const reply: InPageReply = { answer: { answer, declineCode }, isMutual, error: null };
        return data(reply);
      }
      const message = isMutual ? "answerMutual" : isChanged ? "answerSaved" : "answerSame";
      return await redirectWithFlash(target, { tone: "success", message: `matching:${message}` });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refuse(error.code, error.params, error.status);
    }
  });
}
