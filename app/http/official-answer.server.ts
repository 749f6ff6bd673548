import type { UserActor } from "~/domain/identity/actor";
import {
  type AppliedAnswer,
  applyAnswers,
} from "~/domain/registration/official-answer-apply.server";
import {
  ANSWER_MAX_BYTES,
  type AnswerWords,
  readAnswerFile,
} from "~/domain/registration/official-answer-file.server";
import { isDue, planAnswers } from "~/domain/registration/official-answer-plan.server";
import {
  ANSWER_COLUMNS,
  ANSWER_DECISIONS,
  type AnswerColumn,
  rawAnswersSchema,
} from "~/domain/registration/official-answer-schema";
import type { AnswerRowView } from "~/domain/registration/official-answer-view";
import { DomainError } from "~/domain/shared/domain-error";
import { translatorFor } from "~/i18n/i18next.server";
import { LOCALES } from "~/i18n/locale";
import { getDb } from "~/platform/db.server";
import { readUpload } from "./upload.server";

/** Headings and decisions of a workbook in every language of the market. */
export function answerWords(): AnswerWords {
  const all = LOCALES.map((locale) => translatorFor(locale, "certificates"));
  const headings = Object.fromEntries(
    ANSWER_COLUMNS.map((column) => [column, all.map((t) => t(`exports.answers.${column}`))]),
  ) as Record<AnswerColumn, string[]>;
  const decisions = Object.fromEntries(
    ANSWER_DECISIONS.flatMap((one) =>
      all.map((t) => [t(`exports.answers.decisions.${one}`), one] as const),
    ),
  );
  return { headings, decisions };
}

function viewOf(
  plan: Omit<AppliedAnswer, "isDone" | "error"> & Partial<AppliedAnswer>,
): AnswerRowView {
  const { row, raw, found, action, differences, problems, isDone = false, error = null } = plan;
  return { row, raw, found, action, differences, problems, isDone, error, isDue: isDue(plan) };
}

export type AnswerPage = { step: "PREVIEW" | "DONE"; rows: AnswerRowView[]; answers: string };

function readRows(fields: FormData) {
  const text = fields.get("answers");
  try {
    return rawAnswersSchema.parse(JSON.parse(typeof text === "string" ? text : ""));
  } catch {
    throw new DomainError("bad_form", { status: 400 });
  }
}

/** Both steps of an import: what a file would do, and doing what was chosen of it. */
export async function answerImport(request: Request, actor: UserActor): Promise<AnswerPage> {
  const db = getDb();
  const { fields, upload } = await readUpload(request, {
    field: "file",
    maxBytes: ANSWER_MAX_BYTES,
  });
  if (fields.get("intent") === "apply") {
    const raws = readRows(fields);
    const rows = fields.getAll("row").map(Number);
    const done = await applyAnswers({ raws, rows }, actor, db);
    return { step: "DONE", rows: done.map(viewOf), answers: JSON.stringify(raws) };
  }
  if (!upload) throw new DomainError("required", { field: "file" });
  const raws = await readAnswerFile(upload.bytes, answerWords());
  const plans = await planAnswers(raws, actor, db);
  return { step: "PREVIEW", rows: plans.map(viewOf), answers: JSON.stringify(raws) };
}
