import { z } from "zod";
import { REFUSAL_CODES } from "./recognition-checks/check-ids-rules";

/**
 * What is exchanged with the national system and with tax; docs/registration-exchange.md describes
 * it in words. A change that a reader must know of raises the version.
 */
export const EXCHANGE_VERSION = "1.0";
export const NATIONAL_FORMAT = "technology-contract-registration";
export const TAX_FORMAT = "technology-contract-tax-notice";
export const ANSWER_FORMAT = "technology-contract-registration-answer";

/** Yuan with two decimals: "600000.00". */
const yuan = z.string().regex(/^\d{1,13}\.\d{2}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const date = z.iso.date();
const instant = z.iso.datetime();

const amountsSchema = z.object({
  total: yuan.nullable(),
  technical: yuan.nullable(),
  approvedIncome: yuan.nullable(),
});

const officeSchema = z.object({ code: z.string(), name: z.string(), authority: z.string() });

const versionSchema = z.object({
  number: z.int().positive(),
  kind: z.enum(["INITIAL", "CHANGE", "RE_RECOGNITION"]),
  on: date,
  amounts: amountsSchema,
  contractSha256: sha256,
});

/** One field of the form: our id, the national name, the stored value and the same in words. */
const fieldSchema = z.object({
  id: z.string(),
  national: z.string().nullable(),
  value: z.string(),
  text: z.string(),
});

export const nationalSchema = z.strictObject({
  format: z.literal(NATIONAL_FORMAT),
  version: z.literal(EXCHANGE_VERSION),
  /** When the content was last changed; the same content gives the same bytes. */
  asOf: instant,
  case: z.strictObject({
    number: z.string(),
    state: z.string(),
    registrationNo: z.string().nullable(),
    officialNo: z.string().nullable(),
    office: officeSchema.nullable(),
    servicePoint: officeSchema.nullable(),
    submittedAt: instant.nullable(),
    acceptedAt: instant.nullable(),
    decidedAt: instant.nullable(),
    registeredOn: date.nullable(),
    refusalCodes: z.array(z.enum(REFUSAL_CODES)),
    decisionNote: z.string(),
  }),
  contract: z.strictObject({
    number: z.string(),
    title: z.string(),
    signedOn: date.nullable(),
    sha256,
  }),
  form: z.array(fieldSchema),
  amounts: amountsSchema,
  patents: z.array(
    z.strictObject({
      number: z.string(),
      title: z.string(),
      applicant: z.string(),
      owner: z.string(),
      filedOn: date.nullable(),
      termEndsOn: date.nullable(),
    }),
  ),
  versions: z.array(versionSchema),
  documents: z.array(
    z.strictObject({ kind: z.string(), name: z.string(), sha256, sizeBytes: z.int() }),
  ),
});
export type NationalExchange = z.output<typeof nationalSchema>;

const taxParty = z.strictObject({ name: z.string(), uscc: z.string() });

/** What finance and tax need of a registration, and no more: no contacts, no documents. */
export const taxSchema = z.strictObject({
  format: z.literal(TAX_FORMAT),
  version: z.literal(EXCHANGE_VERSION),
  asOf: instant,
  registrationNo: z.string(),
  officialNo: z.string().nullable(),
  status: z.enum(["REGISTERED", "CANCELLED", "REVOKED"]),
  /** Since when it is cancelled or revoked. */
  endedOn: date.nullable(),
  office: officeSchema,
  seller: taxParty,
  buyer: taxParty,
  project: z.string(),
  category: z.strictObject({
    code: z.string(),
    name: z.string(),
    /** Whether the category is one that the rules name for the relief; no promise of it. */
    vatExemptionBase: z.boolean(),
    eitReliefBase: z.boolean(),
  }),
  signedOn: date.nullable(),
  registeredOn: date,
  amounts: z.strictObject({ total: yuan, technical: yuan, approvedIncome: yuan }),
  isRelated: z.boolean().nullable(),
  versions: z.array(versionSchema).min(1),
  contractSha256: sha256,
});
export type TaxNotice = z.output<typeof taxSchema>;
