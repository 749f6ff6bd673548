import type { JsonValue } from "~/domain/audit/canonical-json";
import type { DossierFacts } from "../dossier-facts-schema";
import type { LegalSource } from "../legal-source-rules";
import type { RecognitionParameters } from "../recognition-parameters-rules";
import type { CheckId, RefusalCode } from "./check-ids-rules";

/** What an unmet check leads to if it stays so; a warning leads to nothing. */
export type Consequence = RefusalCode | "NOT_ACCEPTED" | null;

export type CheckAnswer = "MET" | "NOT_MET" | "PERSON_DECIDES";

/** BLOCK stops a submission, WARN does not, PERSON is decided by a registrar. */
export type CheckKind = "BLOCK" | "WARN" | "PERSON";

export type Supplier = "SELLER" | "BUYER" | "BOTH" | "OFFICE";

/** A more exact reason than that the fact is missing; texts under `reason` in the namespace. */
export type Reason =
  | "name_missing"
  | "seal_missing"
  | "seal_differs"
  | "identity_unverified"
  | "date_missing"
  | "date_in_future"
  | "force_unproved"
  | "targets_missing"
  | "price_missing"
  | "technical_out_of_range"
  | "approved_out_of_range"
  | "instalments_differ"
  | "price_open"
  | "items_differ"
  | "share_low"
  | "hardware_unpriced"
  | "number_wrong"
  | "right_not_valid"
  | "term_too_short"
  | "status_unproved"
  | "clause_found"
  | "export_prohibited"
  | "office_unknown"
  | "office_elsewhere"
  | "office_level"
  | "office_not_named"
  | "competence_unclear"
  | "related_by_data"
  | "too_many_carriers"
  | "not_looked_up";

export type Judgement = {
  answer: CheckAnswer;
  /** Null: the check's own text says it. */
  reason: Reason | null;
  inputs: { [key: string]: JsonValue };
  /** Instead of the check's own consequence. */
  leadsTo?: Consequence;
};

export type CheckContext = {
  parameters: RecognitionParameters;
  /** The date on which the dossier is looked at. */
  on: string;
};

export type RecognitionCheck = {
  id: CheckId;
  kind: CheckKind;
  leadsTo: Consequence;
  suppliedBy: Supplier;
  sources: readonly LegalSource[];
  /** The rule over the names of its facts. */
  formula: string;
  /** Without it the check applies to every contract. */
  applies?: (facts: DossierFacts) => boolean;
  judge: (facts: DossierFacts, context: CheckContext) => Judgement;
};

type Inputs = Judgement["inputs"];

export function met(inputs: Inputs): Judgement {
  return { answer: "MET", reason: null, inputs };
}

export function notMet(
  inputs: Inputs,
  reason: Reason | null = null,
  leadsTo?: Consequence,
): Judgement {
  return { answer: "NOT_MET", reason, inputs, ...(leadsTo !== undefined && { leadsTo }) };
}

export function personDecides(inputs: Inputs, reason: Reason | null = null): Judgement {
  return { answer: "PERSON_DECIDES", reason, inputs };
}

/** What has to be there: not stated counts as missing. */
export function mustBeStated(name: string, value: boolean | null): Judgement {
  return value === true ? met({ [name]: value }) : notMet({ [name]: value });
}

/** What a person weighs: only a fact that speaks against it settles it beforehand. */
export function weighed(name: string, isAgainst: boolean | null): Judgement {
  return isAgainst === true ? notMet({ [name]: isAgainst }) : personDecides({ [name]: isAgainst });
}

/** First digit of the category: 1 development, 2 transfer, 3 licence, 4 consulting, 5 service. */
export function isFamily(facts: DossierFacts, ...families: string[]): boolean {
  return families.includes(facts.category.charAt(0));
}
