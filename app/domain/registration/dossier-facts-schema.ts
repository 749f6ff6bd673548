import { z } from "zod";
import { MONOPOLY_CLAUSES, NON_TECHNICAL_KINDS, SUB_KINDS } from "~/domain/shared/tech-contract";
import { CHECK_IDS } from "./recognition-checks/check-ids-rules";

/** Yes, no, or not stated. */
const answer = z.boolean().nullable().default(null);
const text = z.string().trim().nullable().default(null);
/** Calendar date YYYY-MM-DD. */
const date = z.iso.date().nullable().default(null);
/** Money in fen. */
const fen = z.bigint().nonnegative();

const partyFacts = z.object({
  name: text,
  /** The name on the seal or signature, as it is to be read there. */
  sealName: text,
  isIdentityVerified: answer,
  signatory: z.enum(["LEGAL_REPRESENTATIVE", "AGENT"]).nullable().default(null),
  hasAuthorisation: answer,
  isInternalDepartment: z.boolean().default(false),
  hasUnitAuthorisation: answer,
  isForeign: z.boolean().default(false),
  /** GB/T 2260, six digits. */
  regionCode: text,
});

const patentFacts = z.object({
  title: text,
  applicant: text,
  owner: text,
  filedOn: date,
  /** Application or patent number as written. */
  number: text,
  isValid: answer,
  areFeesPaid: answer,
  termEndsOn: date,
});

/**
 * Everything that the recognition checks look at, as plain facts: filled from a deal, from a form,
 * or by a registrar. What nobody has stated is null, never guessed.
 */
export const dossierFactsSchema = z.object({
  category: z.enum(SUB_KINDS),
  /** First digit of the category that the contract's own title says; null when it says none. */
  statedFamily: z.enum(["1", "2", "3", "4", "5"]).nullable().default(null),
  seller: partyFacts,
  buyer: partyFacts,
  isTextUploaded: answer,
  isTextComplete: answer,
  isForeignLanguage: z.boolean().default(false),
  hasChineseCopy: answer,
  signedOn: date,
  isInForce: answer,
  /** A deposit or guarantee that the contract makes a condition of its effect; null: none. */
  isConditionFulfilled: answer,
  hasCondition: z.boolean().default(false),
  object: text,
  targets: text,
  hasPlan: answer,
  hasConfidentiality: answer,
  hasOwnership: answer,
  hasAcceptance: answer,
  hasApplicationRightClause: answer,
  amounts: z.object({
    /** Null while a royalty cannot be determined yet. */
    totalFen: fen.nullable().default(null),
    technicalFen: fen.nullable().default(null),
    nonTechnical: z
      .array(z.object({ kind: z.enum(NON_TECHNICAL_KINDS), amountFen: fen }))
      .default([]),
    instalmentsFen: z.array(fen).default([]),
    /** Technical income that the office has approved; only an office states it. */
    approvedIncomeFen: fen.nullable().default(null),
    isPriceClear: answer,
    includesHardware: answer,
    /** Complete sets or test devices that carry the technology; null: none are delivered. */
    carrierSets: z.int().nonnegative().nullable().default(null),
  }),
  paymentMethod: text,
  royalty: z
    .object({ base: text, rate: text, period: text, hasInspection: answer })
    .nullable()
    .default(null),
  patents: z.array(patentFacts).default([]),
  hasRightCertificates: answer,
  licence: z
    .object({
      kind: z.enum(["EXCLUSIVE", "SOLE", "NON_EXCLUSIVE"]).nullable().default(null),
      territory: text,
      endsOn: date,
    })
    .nullable()
    .default(null),
  isKnowhowPublic: answer,
  hasCoOwners: answer,
  haveCoOwnersConsented: answer,
  isServiceResult: answer,
  hasPriorityWaiver: answer,
  monopolyClauses: z.array(z.enum(MONOPOLY_CLAUSES)).default([]),
  isProhibited: answer,
  needsApproval: answer,
  hasApproval: answer,
  export: z
    .object({ list: z.enum(["FREE", "RESTRICTED", "PROHIBITED"]), hasPaper: answer })
    .nullable()
    .default(null),
  /** The exclusion of the contract's own category applies: routine work, goods, survey … */
  isExcludedWork: answer,
  isBasicResearch: answer,
  isMixed: z.boolean().default(false),
  isTechnicalPartPriced: answer,
  isAlreadyRegistered: answer,
  office: z
    .object({
      regionCode: z.string(),
      level: z.enum(["DISTRICT", "CITY", "PROVINCE"]),
      /** A delegation in force names it for this region and amount; null: none names any office. */
      isNamed: z.boolean().nullable().default(null),
    })
    .nullable()
    .default(null),
  isRelated: answer,
  /** What ownership data say; null when nobody has looked. */
  isRelatedByData: answer,
  wantsTaxRelief: z.boolean().default(false),
  hasStateSecret: answer,
  /** Fields of the registration form that are filled; null when the form is not looked at. */
  filledFields: z.array(z.string()).nullable().default(null),
  /** What a registrar has found where a person decides. */
  findings: z.partialRecord(z.enum(CHECK_IDS), z.enum(["MET", "NOT_MET"])).default({}),
});

export type DossierFacts = z.output<typeof dossierFactsSchema>;
export type PartyFacts = DossierFacts["seller"];
