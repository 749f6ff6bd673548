import type { LoaderFunctionArgs } from "@remix-run/node";
import { handlingOffices } from "~/domain/registration/official-answer-plan.server";
import {
  ANSWER_COLUMNS,
  ANSWER_DECISIONS,
  type AnswerColumn,
} from "~/domain/registration/official-answer-schema";
import { makeAnswerTemplate } from "~/domain/registration/official-answer-template.server";
import { withErrors } from "~/http/error-response.server";
import { madeFileResponse } from "~/http/file-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** An empty workbook for an office's answers, in the reader's language. */
export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    handlingOffices(await requireUser(request));
    const t = getFixedT(request, "certificates");
    const headings = Object.fromEntries(
      ANSWER_COLUMNS.map((column) => [column, t(`exports.answers.${column}`)]),
    ) as Record<AnswerColumn, string>;
    const decisions = ANSWER_DECISIONS.map((one) => t(`exports.answers.decisions.${one}`));
    const sheet = t("exports.answers.file");
    const bytes = await makeAnswerTemplate({ sheet, headings, decisions });
    return madeFileResponse("registration-answers.xlsx", TYPE, bytes);
  });
}
