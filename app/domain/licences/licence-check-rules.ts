import { type PatentRight, readPatentNumber } from "~/domain/catalogue/patent-number-rules";
import { addMonths } from "~/domain/shared/working-days";
import { findPraise } from "./advertising-rules";
import type { LicenceChecks, LicencePatent } from "./licence-schema";

export type LicenceFacts = {
  kind: string;
  title: string;
  summary: string;
  declarationNumber: string;
  feeFen: bigint | null;
  termMonths: number | null;
  territory: string;
  fieldOfUse: string;
  patents: readonly LicencePatent[];
  checks: LicenceChecks;
};

/** Something that is missing or bars the licence: code of the message, field of the form. */
export type LicenceFault = {
  code: string;
  field: string;
  params?: Record<string, string | number>;
};

const RIGHTS_NEED_REPORT: readonly PatentRight[] = ["UTILITY_MODEL", "DESIGN"];

function faultOfPatent(patent: LicencePatent, field: string): LicenceFault | null {
  const read = readPatentNumber(patent.number);
  if (read.kind === "PUBLICATION") return { code: "patent_publication_number", field };
  if (read.kind === "UNKNOWN") return { code: "patent_number_unreadable", field };
  if (read.kind === "WRONG_CHECK_DIGIT") {
    return { code: "patent_check_digit", field, params: { expected: read.expected } };
  }
  return null;
}

/** What has to be filled in before the market looks at the offer. */
export function findGaps(facts: LicenceFacts): LicenceFault[] {
  const gaps: LicenceFault[] = [];
  const need = (isThere: boolean, field: string) => {
    if (!isThere) gaps.push({ code: "required", field });
  };
  need(facts.title !== "", "title");
  need(facts.feeFen !== null, "fee");
  need(facts.territory !== "", "territory");
  need(facts.fieldOfUse !== "", "fieldOfUse");
  if (facts.kind === "OPEN_PATENT") {
    need(facts.declarationNumber !== "", "declarationNumber");
    need(facts.patents.length > 0, "patents[0].number");
  }
  // Without an own term a licence runs as long as its patents; then they must say how long.
  if (facts.patents.length === 0) need(facts.termMonths !== null, "termMonths");
  for (const [at, patent] of facts.patents.entries()) {
    const fault = faultOfPatent(patent, `patents[${at}].number`);
    if (fault) gaps.push(fault);
    need(patent.title !== "", `patents[${at}].title`);
    need(patent.holder !== "", `patents[${at}].holder`);
    need(patent.expiresOn !== null, `patents[${at}].expiresOn`);
  }
  const word = findPraise(facts.title, facts.summary, facts.territory, facts.fieldOfUse);
  if (word) gaps.push({ code: "licence_advertising", field: "summary", params: { word } });
  return gaps;
}

/**
 * What bars the licence: a running exclusive or sole licence, suspended rights, unpaid annual fees, a
 * pledge or co-owners without consent, a utility model or design without its evaluation report, and a
 * term beyond the patents' own (implementing rules art. 86, patent law arts. 14, 50; Civil Code 865).
 * @param today calendar date
 */
export function findBars(facts: LicenceFacts, today: string): LicenceFault[] {
  const { checks, patents } = facts;
  const bars: LicenceFault[] = [];
  const bar = (isBarred: boolean, code: string, field: string) => {
    if (isBarred) bars.push({ code, field });
  };
  for (const question of ["exclusive", "suspension", "pledge", "coOwners", "licensor"] as const) {
    bar(checks[question] === null, "required", question);
  }
  bar(checks.exclusive === "RUNNING", "licence_bar_exclusive", "exclusive");
  bar(checks.suspension === "RUNNING", "licence_bar_suspended", "suspension");
  bar(checks.pledge === "NO_CONSENT", "licence_bar_pledge", "pledge");
  bar(checks.coOwners === "NO_CONSENT", "licence_bar_co_owners", "coOwners");
  if (patents.length === 0) return bars;
  bar(checks.fees === null, "required", "fees");
  bar(checks.fees === "UNPAID" || checks.fees === "NOT_APPLICABLE", "licence_bar_fees", "fees");
  const rights = patents.flatMap((patent) => {
    const read = readPatentNumber(patent.number);
    return read.kind === "APPLICATION" ? [read.right] : [];
  });
  const needsReport =
    facts.kind === "OPEN_PATENT" && rights.some((right) => RIGHTS_NEED_REPORT.includes(right));
  bar(
    needsReport && checks.evaluationReports === "",
    "licence_bar_evaluation",
    "evaluationReports",
  );
  for (const [at, patent] of patents.entries()) {
    const { feesPaidUntil, expiresOn } = patent;
    bar(
      feesPaidUntil !== null && feesPaidUntil < today,
      "licence_bar_fees",
      `patents[${at}].feesPaidUntil`,
    );
    bar(
      expiresOn !== null && expiresOn <= today,
      "licence_bar_expired",
      `patents[${at}].expiresOn`,
    );
  }
  const last = lastExpiry(patents);
  const ends = facts.termMonths === null ? null : addMonths(today, facts.termMonths);
  bar(last !== null && ends !== null && ends > last, "licence_bar_term", "termMonths");
  return bars;
}

/** The day on which the last of the patents expires, null when there is none. */
export function lastExpiry(patents: readonly LicencePatent[]): string | null {
  return patents.reduce<string | null>((last, { expiresOn }) => {
    return expiresOn && (last === null || expiresOn > last) ? expiresOn : last;
  }, null);
}

/** The last day of a licence that begins on a day: its own term, but never beyond the patents'. */
export function endOfLicence(
  startsOn: string,
  termMonths: number | null,
  patents: readonly LicencePatent[],
): string | null {
  const last = lastExpiry(patents);
  const own = termMonths === null ? null : addMonths(startsOn, termMonths);
  if (own === null || last === null) return own ?? last;
  return own < last ? own : last;
}
