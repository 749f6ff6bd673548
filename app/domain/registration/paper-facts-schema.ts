import { z } from "zod";
import { PAPER_KINDS } from "./paper-kind-rules";
import { CHECK_IDS, REFUSAL_CODES } from "./recognition-checks/check-ids-rules";

const fen = z.string().regex(/^\d+$/).nullable();
const date = z.iso.date();

/** One registered version, as the list on a certificate shows it. */
const versionSchema = z.object({
  number: z.int().positive(),
  kind: z.enum(["INITIAL", "CHANGE", "RE_RECOGNITION"]),
  on: date,
  totalFen: fen,
  technicalFen: fen,
  approvedIncomeFen: fen,
});

/** A field that a change has changed; values as people read them. */
const changeSchema = z.object({ field: z.string(), before: z.string(), after: z.string() });
const checks = z.array(z.enum(CHECK_IDS));

/**
 * Everything that is printed on a paper, frozen: the hash in its code is the SHA-256 of the canonical
 * JSON of exactly this. Amounts are decimal texts of fen.
 */
export const paperFactsSchema = z.object({
  kind: z.enum(PAPER_KINDS),
  version: z.int().positive(),
  /** Registration number, or the case number while there is none. */
  number: z.string(),
  officialNo: z.string(),
  issuer: z.string(),
  /** False: the issuer only pre-checks and forwards. */
  isIssuerOffice: z.boolean(),
  /** The office that an opinion is addressed to; "" for papers of the office itself. */
  addressee: z.string(),
  project: z.string(),
  categoryCode: z.string(),
  category: z.string(),
  seller: z.string(),
  buyer: z.string(),
  signedOn: date.nullable(),
  totalFen: fen,
  technicalFen: fen,
  approvedIncomeFen: fen,
  contractSha256: z.string(),
  decidedOn: date,
  issuedOn: date,
  refusalCodes: z.array(z.enum(REFUSAL_CODES)),
  /** Days in which the decision may be objected to. */
  objectionDays: z.int().nonnegative(),
  /** Reasons, conditions or remarks in the office's own words. */
  note: z.string(),
  versions: z.array(versionSchema),
  changes: z.array(changeSchema),
  /** Of an opinion: completeness in basis points and the checks by their answer. */
  opinion: z
    .object({
      completenessBp: z.int(),
      met: checks,
      notMet: checks,
      personDecides: checks,
    })
    .nullable(),
});

export type PaperFacts = z.output<typeof paperFactsSchema>;
