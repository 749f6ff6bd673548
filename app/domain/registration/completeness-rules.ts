import type { DossierFacts } from "./dossier-facts-schema";
import type { CheckId } from "./recognition-checks/check-ids-rules";
import type { Supplier } from "./recognition-checks/check-rules";
import type { CheckResult } from "./recognition-rules";
import { FORM_FIELDS, type FormField } from "./registration-form-rules";

export type MissingPart =
  | { kind: "CHECK"; id: CheckId; suppliedBy: Supplier }
  | { kind: "FIELD"; id: string; suppliedBy: Supplier };

export type Completeness = {
  /** Whole percent, rounded down: 100 only when nothing is missing. */
  percent: number;
  missing: MissingPart[];
};

/** Fields that every contract of the category needs, whoever its parties are. */
function requiredOf(category: string): FormField[] {
  return FORM_FIELDS.filter(
    ({ need }) => need === "ALWAYS" || (need === "TRANSFER" && category.startsWith("2")),
  );
}

/**
 * How much of the dossier is there: the checks that do not wait for anybody's paper, and the form
 * fields where the form is looked at. What a person decides is there already.
 */
export function measureCompleteness(
  facts: Pick<DossierFacts, "category" | "filledFields">,
  results: readonly CheckResult[],
  required: readonly FormField[] = requiredOf(facts.category),
): Completeness {
  const missing: MissingPart[] = results
    .filter((one) => one.answer === "NOT_MET")
    .map(({ id, suppliedBy }) => ({ kind: "CHECK", id, suppliedBy }));
  let parts = results.length;
  if (facts.filledFields !== null) {
    const filled = new Set(facts.filledFields);
    parts += required.length;
    for (const { id, suppliedBy } of required) {
      if (!filled.has(id)) missing.push({ kind: "FIELD", id, suppliedBy });
    }
  }
  return { percent: Math.floor(((parts - missing.length) * 100) / parts), missing };
}
