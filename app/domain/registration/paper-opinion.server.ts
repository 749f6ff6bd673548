import { dateColumn } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { PaperFacts } from "./paper-facts-schema";
import {
  RECOGNITION_PARAMETER_KEYS,
  readRecognitionParameters,
} from "./recognition-parameters-rules";
import { checkRecognition, type RecognitionReport } from "./recognition-rules";
import { readStoredFacts } from "./stored-facts-rules";

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/**
 * The checks of a stored dossier by the parameters in force on a date, with what registrars found.
 * @param on calendar date
 * @returns null when the dossier has no facts yet
 */
export async function checkStoredDossier(
  registration: { id: string; facts: unknown },
  on: string,
  db: DbOrTx,
): Promise<RecognitionReport | null> {
  let facts: ReturnType<typeof readStoredFacts>;
  try {
    facts = readStoredFacts(registration.facts);
  } catch {
    return null;
  }
  const rows = await db.policyParameter.findMany({
    where: { key: { in: [...RECOGNITION_PARAMETER_KEYS] }, validFrom: { lte: dateColumn(on) } },
  });
  const parameters = readRecognitionParameters(
    rows.map((row) => ({ ...row, validFrom: day(row.validFrom), validTo: day(row.validTo) })),
    on,
  );
  const findings = await db.registrationFinding.findMany({
    where: { registrationId: registration.id },
    orderBy: { createdAt: "asc" },
    select: { checkId: true, answer: true },
  });
  const found = Object.fromEntries(findings.map((one) => [one.checkId, one.answer]));
  return checkRecognition(
    { ...facts, findings: found as typeof facts.findings },
    { parameters, on },
  );
}

/** What an opinion prints of the checks. */
export function opinionOf(
  report: RecognitionReport | null,
  completenessBp: number,
): NonNullable<PaperFacts["opinion"]> {
  const idsOf = (answer: string) =>
    report?.results.filter((one) => one.answer === answer).map((one) => one.id) ?? [];
  return {
    completenessBp,
    met: idsOf("MET"),
    notMet: idsOf("NOT_MET"),
    personDecides: idsOf("PERSON_DECIDES"),
  };
}
