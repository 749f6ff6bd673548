import { familyOf, type LicenceKind } from "~/domain/shared/tech-contract";
import type { RightHolderAnswers, RightHolderQuestion } from "./right-holder-schema";

/** Changes with every change of a rule below; kept with each declaration. */
export const RIGHT_HOLDER_RULES_VERSION = "2026-11-22";

/** What the rules look at besides the holder's answers. */
export type DealFacts = {
  /** Sub-kind of the terms on the table; null while there are none. */
  categoryCode: string | null;
  licenceKind: LicenceKind | null;
  licenceEndsOn: string | null;
  /** Last day of protection of each right; null where it is not known. */
  rights: readonly { title: string; expiresOn: string | null }[];
};

export type RightHolderCheckId = RightHolderQuestion | "term";

export type RightHolderResult = {
  id: RightHolderCheckId;
  answer: "MET" | "NOT_MET" | "PERSON_DECIDES";
  /** Which sentence says why; texts under rightHolder.reason.<id>.<reason>. */
  reason: string;
  /** The contract must not be finalised over it. */
  isBlocking: boolean;
};

const met = (id: RightHolderCheckId, reason: string): RightHolderResult => ({
  id,
  reason,
  answer: "MET",
  isBlocking: false,
});
const person = (id: RightHolderCheckId, reason: string): RightHolderResult => ({
  id,
  reason,
  answer: "PERSON_DECIDES",
  isBlocking: false,
});
const unmet = (id: RightHolderCheckId, reason: string, isBlocking: boolean): RightHolderResult => ({
  id,
  reason,
  answer: "NOT_MET",
  isBlocking,
});

/** Patent Law art. 14: alone a co-owner may only use or license non-exclusively, sharing the fees. */
function coOwners(answers: RightHolderAnswers, deal: DealFacts): RightHolderResult {
  if (answers.coOwners !== "NO_CONSENT") return met("coOwners", answers.coOwners);
  const family = deal.categoryCode ? familyOf(deal.categoryCode) : null;
  if (family === "LICENCE" && (deal.licenceKind ?? "NON_EXCLUSIVE") === "NON_EXCLUSIVE") {
    return person("coOwners", "SHARE_FEES");
  }
  if (family === "TRANSFER" || family === "LICENCE") return unmet("coOwners", "NO_CONSENT", true);
  return person("coOwners", "NO_CONSENT");
}

/** Running licences survive an assignment (judicial interpretation art. 24) and bar an exclusive one. */
function licences(answers: RightHolderAnswers, deal: DealFacts): RightHolderResult {
  if (answers.licences === "NONE") return met("licences", "NONE");
  const family = deal.categoryCode ? familyOf(deal.categoryCode) : null;
  if (family === "LICENCE" && answers.licences === "EXCLUSIVE_OR_SOLE") {
    return unmet("licences", "TAKEN", true);
  }
  if (family === "LICENCE" && deal.licenceKind !== null && deal.licenceKind !== "NON_EXCLUSIVE") {
    return unmet("licences", "OTHERS_USE", false);
  }
  return family === "TRANSFER" ? person("licences", "SURVIVES") : met("licences", "NON_EXCLUSIVE");
}

/** Civil Code art. 444: pledged rights are assigned or licensed with the pledgee's consent only. */
function pledge(answers: RightHolderAnswers): RightHolderResult {
  if (answers.pledge === "NO_CONSENT") return unmet("pledge", "NO_CONSENT", true);
  return met("pledge", answers.pledge);
}

/** Protection must last as long as the licence (Civil Code art. 865). */
function term(deal: DealFacts): RightHolderResult {
  const { licenceEndsOn, rights } = deal;
  const family = deal.categoryCode ? familyOf(deal.categoryCode) : null;
  if (family !== "LICENCE") return met("term", "NO_LICENCE");
  if (!licenceEndsOn) return person("term", "NO_END");
  const known = rights.flatMap((right) => right.expiresOn ?? []);
  if (known.some((expiresOn) => expiresOn < licenceEndsOn)) return unmet("term", "SHORTER", true);
  if (known.length < rights.length) return person("term", "UNKNOWN");
  return met("term", "LONGER");
}

/** Open licence (Patent Law arts. 50–51): beside it only non-exclusive licences at other terms. */
function openLicence(answers: RightHolderAnswers, deal: DealFacts): RightHolderResult {
  if (answers.openLicence === "NONE") return met("openLicence", "NONE");
  const family = deal.categoryCode ? familyOf(deal.categoryCode) : null;
  const kind = deal.licenceKind ?? "NON_EXCLUSIVE";
  if (family === "LICENCE" && kind !== "NON_EXCLUSIVE") {
    return unmet("openLicence", "EXCLUSIVE", true);
  }
  return family === "TRANSFER" ? person("openLicence", "ASSIGNED") : met("openLicence", "BESIDE");
}

/** After an assignment the seller stops using the right unless agreed otherwise (art. 24 JI). */
function ownPractice(answers: RightHolderAnswers, deal: DealFacts): RightHolderResult {
  const family = deal.categoryCode ? familyOf(deal.categoryCode) : null;
  if (family !== "TRANSFER") return met("ownPractice", "NOT_APPLICABLE");
  if (answers.ownPractice === "STOPS" || answers.ownPractice === "AGREED") {
    return met("ownPractice", answers.ownPractice);
  }
  return person("ownPractice", "OPEN");
}

/**
 * The checks common to all ways of trading: met, not met, or for a person to decide. Pure: the same
 * answers and terms give the same results.
 */
export function checkRightHolder(
  answers: RightHolderAnswers,
  deal: DealFacts,
): RightHolderResult[] {
  const family = deal.categoryCode ? familyOf(deal.categoryCode) : null;
  return [
    answers.stateSecret === "YES" ? unmet("stateSecret", "YES", true) : met("stateSecret", "NO"),
    coOwners(answers, deal),
    licences(answers, deal),
    pledge(answers),
    answers.annuities === "UNPAID"
      ? unmet("annuities", "UNPAID", false)
      : met("annuities", answers.annuities),
    answers.dispute === "RUNNING" ? person("dispute", "RUNNING") : met("dispute", "NONE"),
    term(deal),
    openLicence(answers, deal),
    ownPractice(answers, deal),
    // Civil Code art. 847: the completer comes first, on equal terms, when the unit assigns.
    answers.completers === "OPEN" && (family === "TRANSFER" || family === null)
      ? person("completers", "OPEN")
      : met("completers", answers.completers === "OPEN" ? "NOT_APPLICABLE" : answers.completers),
    answers.abroad === "OPEN" ? unmet("abroad", "OPEN", true) : met("abroad", answers.abroad),
  ];
}
