import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import { measureCompleteness } from "./completeness-rules";
import {
  RECOGNITION_PARAMETER_KEYS,
  readRecognitionParameters,
} from "./recognition-parameters-rules";
import { checkRecognition, RECOGNITION_RULES_VERSION } from "./recognition-rules";
import { toDossierFacts } from "./self-check-rules";
import type { SelfCheck } from "./self-check-schema";
import type { SelfCheckView } from "./self-check-view";

/**
 * A firm's own check of a contract by the rules in force today. Reads the dated parameters, stores
 * nothing and decides nothing.
 */
export async function checkContract(form: SelfCheck, db: DbOrTx): Promise<SelfCheckView> {
  const on = calendarDate(clock.now());
  const rows = await db.policyParameter.findMany({
    where: { key: { in: [...RECOGNITION_PARAMETER_KEYS] }, validFrom: { lte: dateColumn(on) } },
  });
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
  const parameters = readRecognitionParameters(
    rows.map((row) => ({ ...row, validFrom: day(row.validFrom), validTo: day(row.validTo) })),
    on,
  );
  const facts = toDossierFacts(form);
  const report = checkRecognition(facts, { parameters, on });
  return {
    on,
    rulesVersion: RECOGNITION_RULES_VERSION,
    outcome: report.outcome,
    percent: measureCompleteness(facts, report.results).percent,
    refusals: report.refusals,
    results: report.results.map(({ id, kind, answer, reason, suppliedBy, sources }) => {
      return { id, kind, answer, reason, suppliedBy, sources };
    }),
    notApplicable: report.notApplicable,
  };
}
