import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import type { OrganisationRegistrationFacts } from "./organisation-registration-facts-schema";

export type SourceParty = {
  organisationId: string;
  kind: string;
  legalName: string;
  uscc: string | null;
  natureCode: string | null;
  regionCode: string;
  address: string | null;
  legalRepresentative: string | null;
  isVerified: boolean;
  facts: OrganisationRegistrationFacts;
  /** The person who speaks for the side in the room. */
  contact: { name: string; phone: string | null } | null;
  /** The side's signature under the contract; null while it is missing. */
  signature: { capacity: string; hasAuthorisation: boolean } | null;
};

/** Answers of the right holder as the dossier reads them; null: not answered. */
export type RightHolderAnswers = {
  isValid: boolean | null;
  areFeesPaid: boolean | null;
  hasCoOwners: boolean | null;
  haveCoOwnersConsented: boolean | null;
  hasPriorityWaiver: boolean | null;
};

export type DocumentKind =
  | "CONTRACT"
  | "COMMITMENT"
  | "IP_CERTIFICATE"
  | "AUTHORISATION"
  | "PROJECT_APPROVAL"
  | "TRANSLATION"
  | "PAYMENT_PROOF"
  | "CO_OWNER_CONSENT"
  | "EXPORT_PAPER"
  | "OTHER";

export const DOCUMENT_KINDS = [
  ...(["CONTRACT", "COMMITMENT", "IP_CERTIFICATE", "AUTHORISATION", "PROJECT_APPROVAL"] as const),
  ...(["TRANSLATION", "PAYMENT_PROOF", "CO_OWNER_CONSENT", "EXPORT_PAPER", "OTHER"] as const),
] as const satisfies readonly DocumentKind[];

/** All that a dossier is made from, read once. Dates are YYYY-MM-DD. */
export type DossierSource = {
  contractId: string;
  dealId: string;
  title: string;
  terms: TermSheetContent;
  signedOn: string | null;
  hasText: boolean;
  sealedSha256: string | null;
  sealedFileId: string | null;
  authorisationFileIds: string[];
  seller: SourceParty;
  buyer: SourceParty;
  /** The latest declaration of either side; null while one is missing. */
  isRelated: boolean | null;
  /** What the market's own records show; null when they show nothing either way. */
  isRelatedByData: boolean | null;
  rightHolder: RightHolderAnswers;
  achievement: {
    fieldCodes: string[];
    industryCodes: string[];
    isServiceOutcome: boolean;
    hasNoStateSecret: boolean;
    coOwners: { hasConsent: boolean }[];
    rights: { number: string | null; status: string }[];
  } | null;
  need: { industryCodes: string[] } | null;
};
