import type { SubKind } from "~/domain/shared/tech-contract";
import { type LegalSource, sourceAt } from "./legal-source-rules";

/** Paper that the registration office wants to see; texts under `document` in the namespace. */
export type WantedDocument =
  | "contract"
  | "form"
  | "commitment"
  | "targets"
  | "taskBook"
  | "rightCertificate"
  | "coOwners"
  | "priorityWaiver"
  | "knowhowStatement"
  | "filingProof"
  | "reportScope"
  | "serviceScope"
  | "traineeList"
  | "mainContract"
  | "authorisation";

/** Who applies for registration: always the side that gives the technology. */
export type Applicant =
  | "developer"
  | "assignor"
  | "licensor"
  | "consultant"
  | "provider"
  | "intermediary"
  | "trainer";

export type CategoryConsequences = {
  applicant: Applicant;
  documents: WantedDocument[];
  sources: LegalSource[];
};

const ALWAYS: WantedDocument[] = ["contract", "form", "commitment"];
const KNOWHOW = new Set<SubKind>(["23", "32"]);

function applicantOf(category: SubKind): Applicant {
  if (category === "52") return "intermediary";
  if (category === "53") return "trainer";
  const byFamily: Record<string, Applicant> = {
    "1": "developer",
    "2": "assignor",
    "3": "licensor",
    "4": "consultant",
  };
  return byFamily[category.charAt(0)] ?? "provider";
}

function ownDocuments(category: SubKind): WantedDocument[] {
  if (category === "52") return ["mainContract"];
  if (category === "53") return ["traineeList"];
  if (category === "51") return ["serviceScope"];
  if (category === "40") return ["reportScope"];
  if (category.startsWith("1")) return ["targets", "taskBook"];
  if (KNOWHOW.has(category)) return ["knowhowStatement", "coOwners"];
  const right: WantedDocument[] = ["rightCertificate", "coOwners"];
  if (category.startsWith("3")) return right;
  return category === "21" || category === "22"
    ? [...right, "priorityWaiver", "filingProof"]
    : [...right, "priorityWaiver"];
}

/**
 * Who applies and what the office wants to see. The seller's side applies at the office of its own
 * region (measures of 2000); certificates of rights by rule 29 of 2001.
 */
export function consequencesOf(category: SubKind): CategoryConsequences {
  return {
    applicant: applicantOf(category),
    documents: [...ALWAYS, ...ownDocuments(category), "authorisation"],
    sources: [
      sourceAt("registrationMeasures"),
      sourceAt("recognitionRules", "9", "10", "29"),
      sourceAt("civilCode", "845"),
    ],
  };
}
