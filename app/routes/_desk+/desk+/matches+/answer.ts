import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { answerMatch } from "~/domain/matching/answer-match.server";
import { answerSchema } from "~/domain/matching/answer-schema";
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

/** Takes an answer from a list of matches and goes back to it with a message. */
export async function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const fields = await readForm(request);
    const returnTo = fields.get("returnTo");
    const target = safePath(typeof returnTo === "string" ? returnTo : null, "/desk/matches");
    const refuse = (code: string, params = {}) =>
      redirectWithFlash(target, { tone: "danger", message: `errors:${code}`, params });
    const form = parseFormData(fields, answerSchema);
    if (form.status !== "success") {
      const first = Object.values(form.error ?? {})
        .flat()
        .find((code) => typeof code === "string");
      const { code, params } = readErrorCode(first ?? "bad_form");
      return refuse(code, params);
    }
    try {
      const { isChanged, isMutual } = await answerMatch(form.value, actor, getDb());
      const message = isMutual ? "answerMutual" : isChanged ? "answerSaved" : "answerSame";
      return await redirectWithFlash(target, { tone: "success", message: `matching:${message}` });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refuse(error.code, error.params);
    }
  });
}
