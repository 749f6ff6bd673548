import { readPatentNumber } from "~/domain/catalogue/patent-number-rules";
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
  weighed,
} from "./check-rules";

const PATENT_KINDS = new Set(["21", "22", "31"]);
const KNOWHOW_KINDS = new Set(["23", "32"]);

const involvesPatent = (facts: DossierFacts) =>
  PATENT_KINDS.has(facts.category) || facts.patents.length > 0;

function judgePatentData({ patents }: DossierFacts): Judgement {
  const isWhole = patents.every(
    (one) => one.title && one.applicant && one.owner && one.filedOn && one.number && one.termEndsOn,
  );
  const inputs = { patents: patents.length, isWhole };
  return patents.length > 0 && isWhole ? met(inputs) : notMet(inputs);
}

function judgePatentStatus({ patents, licence }: DossierFacts): Judgement {
  const inputs = { numbers: patents.map((one) => one.number) };
  if (patents.some((one) => readPatentNumber(one.number ?? "").kind !== "APPLICATION")) {
    return notMet(inputs, "number_wrong");
  }
  if (patents.some((one) => one.isValid === false || one.areFeesPaid === false)) {
    return notMet(inputs, "right_not_valid");
  }
  const end = licence?.endsOn;
  if (end && patents.some((one) => one.termEndsOn !== null && one.termEndsOn < end)) {
    return notMet(inputs, "term_too_short");
  }
  const isProved = patents.every((one) => one.isValid === true && one.areFeesPaid === true);
  return isProved ? met(inputs) : personDecides(inputs, "status_unproved");
}

function judgeExport({ export: exported }: DossierFacts): Judgement {
  const inputs = { list: exported?.list ?? null, hasPaper: exported?.hasPaper ?? null };
  if (exported?.list === "PROHIBITED") return notMet(inputs, "export_prohibited");
  return exported?.hasPaper === true ? met(inputs) : notMet(inputs);
}

/** Patents, know-how and the consents that disposing of them needs. */
export const rightChecks: readonly RecognitionCheck[] = [
  {
    id: "C13",
    kind: "BLOCK",
    leadsTo: "R3",
    suppliedBy: "SELLER",
    sources: [sourceAt("civilCode", "845")],
    formula: "every patent has title, applicant, owner, filing date, number and term",
    applies: involvesPatent,
    judge: judgePatentData,
  },
  {
    id: "C14",
    kind: "BLOCK",
    leadsTo: "R7",
    suppliedBy: "SELLER",
    sources: [sourceAt("civilCode", "865"), sourceAt("patentLaw", "42", "43", "44")],
    formula: "check digit right, valid, fees paid, term end >= licence end",
    applies: (facts) => facts.patents.length > 0,
    judge: judgePatentStatus,
  },
  {
    id: "C15",
    kind: "WARN",
    leadsTo: null,
    suppliedBy: "BOTH",
    sources: [sourceAt("interpretation", "25", "28")],
    formula: "licence has kind, territory and end",
    applies: (facts) => isFamily(facts, "3"),
    judge: ({ licence }) =>
      mustBeStated("isWhole", Boolean(licence?.kind && licence.territory && licence.endsOn)),
  },
  {
    id: "C16",
    kind: "PERSON",
    leadsTo: "R2",
    suppliedBy: "SELLER",
    sources: [sourceAt("interpretation", "1"), sourceAt("recognitionRules", "30")],
    formula: "know-how is not public; a person weighs value, use and protection",
    applies: (facts) => KNOWHOW_KINDS.has(facts.category),
    judge: (facts) => weighed("isKnowhowPublic", facts.isKnowhowPublic),
  },
  {
    id: "C17",
    kind: "BLOCK",
    leadsTo: "R7",
    suppliedBy: "SELLER",
    sources: [sourceAt("patentLaw", "14")],
    formula: "no co-owners, or haveCoOwnersConsented; for assignment, exclusive and sole licence",
    applies: (facts) =>
      isFamily(facts, "2") ||
      (isFamily(facts, "3") && ["EXCLUSIVE", "SOLE"].includes(facts.licence?.kind ?? "")),
    judge: ({ hasCoOwners, haveCoOwnersConsented }) => {
      const inputs = { hasCoOwners, haveCoOwnersConsented };
      const isMet =
        hasCoOwners === false || (hasCoOwners === true && haveCoOwnersConsented === true);
      return isMet ? met(inputs) : notMet(inputs);
    },
  },
  {
    id: "C18",
    kind: "WARN",
    leadsTo: null,
    suppliedBy: "SELLER",
    sources: [sourceAt("civilCode", "847")],
    formula: "hasPriorityWaiver where a service result is assigned",
    applies: (facts) => isFamily(facts, "2") && facts.isServiceResult === true,
    judge: (facts) => mustBeStated("hasPriorityWaiver", facts.hasPriorityWaiver),
  },
  {
    id: "C21",
    kind: "PERSON",
    leadsTo: "R4",
    suppliedBy: "SELLER",
    sources: [sourceAt("interpretation", "8"), sourceAt("recognitionRules", "13")],
    formula: "not prohibited; hasApproval where needsApproval",
    judge: ({ isProhibited, needsApproval, hasApproval }) => {
      const inputs = { isProhibited, needsApproval, hasApproval };
      const lacksApproval = needsApproval === true && hasApproval !== true;
      return isProhibited === true || lacksApproval ? notMet(inputs) : personDecides(inputs);
    },
  },
  {
    id: "C22",
    kind: "BLOCK",
    leadsTo: "R4",
    suppliedBy: "SELLER",
    sources: [sourceAt("importExport", "27–40")],
    formula: "a party abroad: not prohibited, and the licence or registration is there",
    applies: (facts) => facts.seller.isForeign || facts.buyer.isForeign,
    judge: judgeExport,
  },
  {
    id: "C32",
    kind: "BLOCK",
    leadsTo: "R7",
    suppliedBy: "SELLER",
    sources: [sourceAt("recognitionRules", "29")],
    formula: "hasRightCertificates for registered rights",
    applies: (facts) => isFamily(facts, "2", "3") && !KNOWHOW_KINDS.has(facts.category),
    judge: (facts) => mustBeStated("hasRightCertificates", facts.hasRightCertificates),
  },
];
