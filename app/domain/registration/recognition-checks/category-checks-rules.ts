import type { DossierFacts } from "../dossier-facts-schema";
import { type LegalSource, sourceAt } from "../legal-source-rules";
import type { CheckId } from "./check-ids-rules";
import { isFamily, type RecognitionCheck, weighed } from "./check-rules";

/** Each category has work that is named like it and is not it; a registrar draws the line. */
function exclusion(
  id: CheckId,
  sources: LegalSource[],
  applies: (facts: DossierFacts) => boolean,
): RecognitionCheck {
  return {
    id,
    kind: "PERSON",
    leadsTo: "R2",
    suppliedBy: "SELLER",
    sources,
    formula: "the category's exclusion does not apply (isExcludedWork)",
    applies,
    judge: (facts) => weighed("isExcludedWork", facts.isExcludedWork),
  };
}

const rules = (...at: string[]) => sourceAt("recognitionRules", ...at);
const interpretation = (...at: string[]) => sourceAt("interpretation", ...at);

export const categoryChecks: readonly RecognitionCheck[] = [
  exclusion("C23", [interpretation("17"), rules("24")], (facts) => isFamily(facts, "1")),
  exclusion("C24", [interpretation("22"), rules("31", "32")], (facts) => isFamily(facts, "2", "3")),
  exclusion("C25", [sourceAt("civilCode", "878"), rules("38")], (facts) => isFamily(facts, "4")),
  exclusion("C26", [sourceAt("civilCode", "878"), rules("42")], (facts) => facts.category === "51"),
  exclusion("C27", [interpretation("36")], (facts) => facts.category === "53"),
  exclusion("C28", [interpretation("38"), rules("49", "50")], (facts) => facts.category === "52"),
  {
    id: "C29",
    kind: "PERSON",
    leadsTo: "R2",
    suppliedBy: "SELLER",
    sources: [rules("22")],
    formula: "isBasicResearch = false for development",
    applies: (facts) => isFamily(facts, "1"),
    judge: (facts) => weighed("isBasicResearch", facts.isBasicResearch),
  },
];
