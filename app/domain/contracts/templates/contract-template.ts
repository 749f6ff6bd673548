import { familyOf } from "~/domain/shared/tech-contract";
import type { ContractClause } from "../contract-clause-schema";
import {
  acceptanceClause,
  changeClause,
  confidentialityClause,
  disputeClause,
  effectClause,
  fairCompetitionClause,
  forceMajeureClause,
  liabilityClause,
  noticesClause,
  planClause,
  registrationClause,
  specialClause,
} from "./common-clauses";
import type { ContractFacts, TemplateClause } from "./contract-facts";
import { developmentClauses } from "./development-clauses";
import {
  categoryClause,
  definitionsClause,
  objectClause,
  partiesClause,
  preambleClause,
} from "./head-clauses";
import { licenceClauses } from "./licence-clauses";
import { brokerClause, priceClause, royaltyClause } from "./money-clauses";
import { improvementsClause, rightsClause } from "./right-clauses";
import { serviceClauses } from "./service-clauses";
import { transferClauses } from "./transfer-clauses";

/** Changes whenever a sentence of a template changes; kept with each contract. */
export const TEMPLATE_VERSION = "2026-11-22";

function familyClauses(facts: ContractFacts): TemplateClause[] {
  switch (familyOf(facts.terms.categoryCode)) {
    case "DEVELOPMENT":
      return developmentClauses(facts);
    case "TRANSFER":
      return transferClauses(facts);
    case "LICENCE":
      return licenceClauses(facts);
    default:
      return serviceClauses(facts);
  }
}

/** Template clauses as they are kept: paragraphs as lines of one text. */
export function asClauses(found: readonly (TemplateClause | null)[]): ContractClause[] {
  return found.flatMap((one) =>
    one ? { key: one.key, heading: one.heading, body: one.lines.join("\n"), isEdited: false } : [],
  );
}

/**
 * The text of a main contract from the agreed terms: every element of Civil Code arts 845 and 846, and
 * the duties of its category. A value that the terms leave open stands as a blank.
 */
export function draftClauses(facts: ContractFacts): ContractClause[] {
  const isIntellectual = familyOf(facts.terms.categoryCode) !== "SERVICE";
  return asClauses([
    partiesClause(facts),
    preambleClause(facts),
    categoryClause(facts),
    definitionsClause(facts),
    objectClause(facts),
    rightsClause(facts),
    planClause(facts),
    ...familyClauses(facts),
    priceClause(facts),
    royaltyClause(facts),
    acceptanceClause(facts),
    facts.terms.improvements.ownership || isIntellectual ? improvementsClause(facts) : null,
    confidentialityClause(facts),
    fairCompetitionClause(),
    liabilityClause(facts),
    changeClause(facts),
    forceMajeureClause(),
    brokerClause(facts),
    registrationClause(),
    noticesClause(facts),
    disputeClause(facts),
    specialClause(facts),
    effectClause(),
  ]);
}
