import type { DossierFacts } from "../dossier-facts-schema";
import { sourceAt } from "../legal-source-rules";
import {
  isFamily,
  type Judgement,
  met,
  mustBeStated,
  notMet,
  personDecides,
  type RecognitionCheck,
} from "./check-rules";

function judgeObject(facts: DossierFacts): Judgement {
  const inputs = { hasObject: Boolean(facts.object), hasTargets: Boolean(facts.targets) };
  if (!facts.object) return notMet(inputs);
  if (isFamily(facts, "1") && !facts.targets) return notMet(inputs, "targets_missing");
  return personDecides(inputs);
}

const ROYALTIES = new Set(["ROYALTY", "ENTRY_FEE_ROYALTY"]);

/** The clauses that a technology contract has (Civil Code art. 845). */
export const termChecks: readonly RecognitionCheck[] = [
  {
    id: "C06",
    kind: "PERSON",
    leadsTo: "R3",
    suppliedBy: "BOTH",
    sources: [sourceAt("civilCode", "845")],
    formula: "object given; targets given for development; a person reads them",
    judge: judgeObject,
  },
  {
    id: "C07",
    kind: "WARN",
    leadsTo: null,
    suppliedBy: "BOTH",
    sources: [sourceAt("civilCode", "845")],
    formula: "hasPlan",
    judge: (facts) => mustBeStated("hasPlan", facts.hasPlan),
  },
  {
    id: "C08",
    kind: "WARN",
    leadsTo: null,
    suppliedBy: "BOTH",
    sources: [sourceAt("civilCode", "845")],
    formula: "hasConfidentiality",
    judge: (facts) => mustBeStated("hasConfidentiality", facts.hasConfidentiality),
  },
  {
    id: "C09",
    kind: "BLOCK",
    leadsTo: "R3",
    suppliedBy: "BOTH",
    sources: [sourceAt("civilCode", "845"), sourceAt("recognitionRules", "26")],
    formula: "hasOwnership for development, transfer and licence",
    applies: (facts) => isFamily(facts, "1", "2", "3"),
    judge: (facts) => mustBeStated("hasOwnership", facts.hasOwnership),
  },
  {
    id: "C10",
    kind: "WARN",
    leadsTo: null,
    suppliedBy: "BOTH",
    sources: [sourceAt("civilCode", "845")],
    formula: "hasAcceptance",
    judge: (facts) => mustBeStated("hasAcceptance", facts.hasAcceptance),
  },
  {
    id: "C12",
    kind: "WARN",
    leadsTo: null,
    suppliedBy: "BOTH",
    sources: [sourceAt("civilCode", "846")],
    formula: "royalty has base, rate, period and inspection",
    applies: (facts) => ROYALTIES.has(facts.paymentMethod ?? ""),
    judge: ({ royalty }) => {
      const isWhole = Boolean(
        royalty?.base && royalty.rate && royalty.period && royalty.hasInspection === true,
      );
      return mustBeStated("isRoyaltyWhole", isWhole);
    },
  },
  {
    id: "C19",
    kind: "WARN",
    leadsTo: null,
    suppliedBy: "BOTH",
    sources: [sourceAt("civilCode", "859", "860")],
    formula: "hasApplicationRightClause for development",
    applies: (facts) => isFamily(facts, "1"),
    judge: (facts) => mustBeStated("hasApplicationRightClause", facts.hasApplicationRightClause),
  },
  {
    id: "C20",
    kind: "PERSON",
    leadsTo: "R6",
    suppliedBy: "BOTH",
    sources: [
      sourceAt("civilCode", "850"),
      sourceAt("interpretation", "10"),
      sourceAt("refusalNotice", "6"),
    ],
    formula: "no clause of the six types; a person reads them",
    judge: ({ monopolyClauses }) =>
      personDecides({ monopolyClauses }, monopolyClauses.length > 0 ? "clause_found" : null),
  },
  {
    id: "C30",
    kind: "PERSON",
    leadsTo: "R3",
    suppliedBy: "BOTH",
    sources: [sourceAt("newerRules", "37"), sourceAt("recognitionRules", "5")],
    formula: "isTechnicalPartPriced where isMixed; a person decides whether it can stand alone",
    applies: (facts) => facts.isMixed,
    judge: ({ isTechnicalPartPriced }) => {
      const inputs = { isTechnicalPartPriced };
      return isTechnicalPartPriced === true ? personDecides(inputs) : notMet(inputs);
    },
  },
  {
    id: "C37",
    kind: "BLOCK",
    leadsTo: "R9",
    suppliedBy: "SELLER",
    sources: [sourceAt("registrationMeasures", "11"), sourceAt("market")],
    formula: "hasStateSecret = false",
    judge: ({ hasStateSecret }) =>
      hasStateSecret === false ? met({ hasStateSecret }) : notMet({ hasStateSecret }),
  },
  {
    id: "C41",
    kind: "BLOCK",
    leadsTo: "R5",
    suppliedBy: "BOTH",
    sources: [sourceAt("interpretation", "42"), sourceAt("refusalNotice", "5")],
    formula: "statedFamily = first digit of category",
    judge: (facts) => {
      const inputs = { statedFamily: facts.statedFamily, category: facts.category };
      if (facts.statedFamily === null) return personDecides(inputs);
      return isFamily(facts, facts.statedFamily) ? met(inputs) : notMet(inputs);
    },
  },
];
