import type { DbOrTx } from "~/platform/db.server";
import { type Completeness, measureCompleteness } from "./completeness-rules";
import type { DossierFacts } from "./dossier-facts-schema";
import { CHECK_IDS, type CheckId } from "./recognition-checks/check-ids-rules";
import type { CheckContext } from "./recognition-checks/check-rules";
import { recognitionContext } from "./recognition-context.server";
import { checkRecognition, type RecognitionReport } from "./recognition-rules";
import { type RegistrationForm, requiredFields } from "./registration-form-rules";
import { readStoredForm } from "./registration-form-schema";
import { readStoredFacts } from "./stored-facts-rules";

export type Finding = {
  checkId: CheckId;
  answer: "MET" | "NOT_MET";
  note: string;
  authorId: string;
  at: Date;
};

export type Evaluation = {
  form: RegistrationForm;
  facts: DossierFacts;
  findings: Finding[];
  /** By the facts alone, before any finding: what the risks are read from. */
  first: RecognitionReport;
  report: RecognitionReport;
  completeness: Completeness;
};

/** The latest finding of each check. */
async function latestFindings(db: DbOrTx, registrationId: string): Promise<Finding[]> {
  const rows = await db.registrationFinding.findMany({
    where: { registrationId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const checkId = CHECK_IDS.find((id) => id === row.checkId);
    if (!checkId || seen.has(checkId)) return [];
    seen.add(checkId);
    const answer = row.answer === "MET" ? ("MET" as const) : ("NOT_MET" as const);
    return [{ checkId, answer, note: row.note, authorId: row.authorId, at: row.createdAt }];
  });
}

/**
 * The stored dossier by the rules in force today: each check, what is missing and who has it, with
 * and without what the registrars have found.
 */
export async function evaluateDossier(
  db: DbOrTx,
  row: { id: string; form: unknown; facts: unknown },
  context?: CheckContext,
): Promise<Evaluation> {
  const now = context ?? (await recognitionContext(db));
  const form = readStoredForm(row.form);
  const facts = readStoredFacts(row.facts);
  const findings = await latestFindings(db, row.id);
  const found = Object.fromEntries(findings.map((one) => [one.checkId, one.answer]));
  const first = checkRecognition(facts, now);
  const report = checkRecognition({ ...facts, findings: found }, now);
  const completeness = measureCompleteness(facts, first.results, requiredFields(form));
  return { form, facts, findings, first, report, completeness };
}
