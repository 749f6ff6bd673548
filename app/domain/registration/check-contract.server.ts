import type { DbOrTx } from "~/platform/db.server";
import { measureCompleteness } from "./completeness-rules";
import { recognitionContext } from "./recognition-context.server";
import { checkRecognition, RECOGNITION_RULES_VERSION } from "./recognition-rules";
import { toDossierFacts } from "./self-check-rules";
import type { SelfCheck } from "./self-check-schema";
import type { SelfCheckView } from "./self-check-view";

/**
 * A firm's own check of a contract by the rules in force today. Reads the dated parameters, stores
 * nothing and decides nothing.
 */
export async function checkContract(form: SelfCheck, db: DbOrTx): Promise<SelfCheckView> {
  const context = await recognitionContext(db);
  const facts = toDossierFacts(form);
  const report = checkRecognition(facts, context);
  return {
    on: context.on,
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
