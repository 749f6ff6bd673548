import { familyOf, type LicenceKind, SUB_KINDS } from "~/domain/shared/tech-contract";
import type { LotAnswers, LotQuestion } from "./lot-checks-schema";

/** Changes with every change of a rule below; kept with the answers. */
export const LOT_CHECK_RULES_VERSION = "2026-11-22";

export type LotCheckResult = {
  id: LotQuestion | "term";
  answer: "MET" | "NOT_MET" | "PERSON_DECIDES";
  /** Which sentence says why; texts under check.reason.<id>.<reason>. */
  reason: string;
  /** The lot must not be announced over it. */
  isBlocking: boolean;
};

/** What is sold, as far as the checks look at it. */
export type SoldRight = {
  categoryCode: string;
  licenceKind: LicenceKind | null;
  licenceYears: number | null;
  today: string;
  /** Last day of protection of each right; null where it is not known. */
  rightsExpireOn: readonly (string | null)[];
};

const met = (id: LotCheckResult["id"], reason: string): LotCheckResult => ({
  id,
  reason,
  answer: "MET",
  isBlocking: false,
});
const person = (id: LotCheckResult["id"], reason: string): LotCheckResult => ({
  id,
  reason,
  answer: "PERSON_DECIDES",
  isBlocking: false,
});
const unmet = (id: LotCheckResult["id"], reason: string, isBlocking = true): LotCheckResult => ({
  id,
  reason,
  answer: "NOT_MET",
  isBlocking,
});

/** The file of consents is wanted for these answers. */
export function needsConsentFile(answers: LotAnswers): boolean {
  return answers.coOwners === "CONSENT" || answers.pledge === "CONSENT";
}

function soldFamily(code: string) {
  return SUB_KINDS.some((one) => one === code) ? familyOf(code) : null;
}

/** Patent Law art. 14: alone a co-owner may only use or license non-exclusively, sharing the fees. */
function coOwners(answers: LotAnswers, sold: SoldRight): LotCheckResult {
  if (answers.coOwners !== "NO_CONSENT") return met("coOwners", answers.coOwners);
  const isShared =
    soldFamily(sold.categoryCode) === "LICENCE" &&
    (sold.licenceKind ?? "NON_EXCLUSIVE") === "NON_EXCLUSIVE";
  return isShared ? person("coOwners", "SHARE_FEES") : unmet("coOwners", "NO_CONSENT");
}

/** Running licences survive an assignment (judicial interpretation art. 24) and bar an exclusive one. */
function licences(answers: LotAnswers, sold: SoldRight): LotCheckResult {
  if (answers.licences === "NONE") return met("licences", "NONE");
  const family = soldFamily(sold.categoryCode);
  if (family === "LICENCE" && answers.licences === "EXCLUSIVE_OR_SOLE") {
    return unmet("licences", "TAKEN");
  }
  if (family === "LICENCE" && (sold.licenceKind ?? "NON_EXCLUSIVE") !== "NON_EXCLUSIVE") {
    return unmet("licences", "OTHERS_USE");
  }
  return family === "TRANSFER" ? person("licences", "SURVIVES") : met("licences", "NON_EXCLUSIVE");
}

/** Protection must last as long as the licence (Civil Code art. 865). */
function term(sold: SoldRight): LotCheckResult {
  if (soldFamily(sold.categoryCode) !== "LICENCE") return met("term", "NO_LICENCE");
  if (sold.licenceYears === null) return met("term", "LONGER");
  const year = Number(sold.today.slice(0, 4)) + sold.licenceYears;
  const endsOn = `${year}${sold.today.slice(4)}`;
  const known = sold.rightsExpireOn.flatMap((one) => one ?? []);
  if (known.some((one) => one < endsOn)) return unmet("term", "SHORTER");
  return known.length < sold.rightsExpireOn.length || known.length === 0
    ? person("term", "UNKNOWN")
    : met("term", "LONGER");
}

/** Open licence (Patent Law arts. 50, 51): beside it only non-exclusive licences at other terms. */
function openLicence(answers: LotAnswers, sold: SoldRight): LotCheckResult {
  if (answers.openLicence === "NONE") return met("openLicence", "NONE");
  const family = soldFamily(sold.categoryCode);
  if (family === "LICENCE" && (sold.licenceKind ?? "NON_EXCLUSIVE") !== "NON_EXCLUSIVE") {
    return unmet("openLicence", "EXCLUSIVE");
  }
  return family === "TRANSFER" ? person("openLicence", "ASSIGNED") : met("openLicence", "BESIDE");
}

/** After an assignment the seller stops using the right unless agreed otherwise (art. 24 JI). */
function ownPractice(answers: LotAnswers, sold: SoldRight): LotCheckResult {
  if (soldFamily(sold.categoryCode) !== "TRANSFER") return met("ownPractice", "NOT_APPLICABLE");
  return answers.ownPractice === "STOPS" || answers.ownPractice === "AGREED"
    ? met("ownPractice", answers.ownPractice)
    : person("ownPractice", "OPEN");
}

/** Civil Code art. 847: the completer comes first, on equal terms, when the unit assigns. */
function completers(answers: LotAnswers, sold: SoldRight): LotCheckResult {
  if (answers.completers !== "OPEN") return met("completers", answers.completers);
  return soldFamily(sold.categoryCode) === "TRANSFER"
    ? person("completers", "OPEN")
    : met("completers", "NOT_APPLICABLE");
}

/**
 * The checks of the right holder before announcement: met, not met, or for the market's checker to
 * decide. Pure: the same answers about the same sale give the same results.
 */
export function checkLotRights(answers: LotAnswers, sold: SoldRight): LotCheckResult[] {
  return [
    answers.stateSecret === "YES" ? unmet("stateSecret", "YES") : met("stateSecret", "NO"),
    coOwners(answers, sold),
    licences(answers, sold),
    // Civil Code art. 444: pledged rights are assigned or licensed with the pledgee's consent only.
    answers.pledge === "NO_CONSENT" ? unmet("pledge", "NO_CONSENT") : met("pledge", answers.pledge),
    answers.annuities === "UNPAID"
      ? unmet("annuities", "UNPAID", false)
      : met("annuities", answers.annuities),
    answers.dispute === "RUNNING" ? person("dispute", "RUNNING") : met("dispute", "NONE"),
    term(sold),
    openLicence(answers, sold),
    ownPractice(answers, sold),
    completers(answers, sold),
    // Patent Law art. 10-2: to a foreign buyer only by the rules on the export of technology.
    answers.abroad === "OPEN" ? unmet("abroad", "OPEN") : met("abroad", answers.abroad),
  ];
}
