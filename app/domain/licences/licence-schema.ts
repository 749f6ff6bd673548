import { z } from "zod";
import { calendarDay, freeText, lineText, rows, yuanText } from "~/domain/catalogue/field-kinds";

export const LICENCE_OFFER_KINDS = ["EXPRESS", "OPEN_PATENT"] as const;
export type LicenceOfferKind = (typeof LICENCE_OFFER_KINDS)[number];

export const MOST_PATENTS = 10;

const patentRow = z.object({
  number: lineText(30),
  title: lineText(200),
  holder: lineText(200),
  feesPaidUntil: calendarDay,
  expiresOn: calendarDay,
});
export type LicencePatent = z.output<typeof patentRow>;

export const patentList = rows(patentRow, MOST_PATENTS, (row) => !row.number && !row.title);

/** Questions to the right holder about bars of a licence (专利法实施细则 86), and the answers taken. */
export const LICENCE_QUESTIONS = {
  exclusive: ["NONE", "RUNNING"],
  suspension: ["NONE", "RUNNING"],
  fees: ["PAID", "UNPAID", "NOT_APPLICABLE"],
  pledge: ["NONE", "CONSENT", "NO_CONSENT"],
  coOwners: ["NONE", "CONSENT", "NO_CONSENT"],
  licensor: ["DOMESTIC", "FOREIGN"],
} as const satisfies Record<string, readonly [string, ...string[]]>;
export type LicenceQuestion = keyof typeof LICENCE_QUESTIONS;
export const LICENCE_QUESTION_IDS = Object.keys(LICENCE_QUESTIONS) as LicenceQuestion[];

const answer = <Q extends LicenceQuestion>(question: Q) =>
  z.enum(LICENCE_QUESTIONS[question], "not_a_choice").nullable().default(null);

/** The JSON of LicenceOffer.checks. */
export const licenceChecksSchema = z.object({
  exclusive: answer("exclusive"),
  suspension: answer("suspension"),
  fees: answer("fees"),
  pledge: answer("pledge"),
  coOwners: answer("coOwners"),
  licensor: answer("licensor"),
  /** Numbers of the patent office's evaluation reports; utility models and designs need them. */
  evaluationReports: lineText(300),
  note: freeText(500),
});
export type LicenceChecks = z.output<typeof licenceChecksSchema>;

const wholeNumber = (max: number) =>
  z
    .string("not_a_number")
    .trim()
    .regex(/^\d{0,6}$/, "not_a_number")
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((value) => value === null || (value >= 1 && value <= max), {
      message: `out_of_range|{"min":1,"max":${max}}`,
    })
    .nullable()
    .default(null);

/** The owner's form; what is missing is said when the offer is submitted. */
export const licenceFormSchema = licenceChecksSchema.extend({
  revision: z.coerce.number("bad_form").int().min(1),
  title: lineText(60),
  summary: freeText(500),
  declarationNumber: lineText(40),
  fee: yuanText,
  termMonths: wholeNumber(240),
  territory: lineText(100),
  fieldOfUse: lineText(200),
  maxLicensees: wholeNumber(10_000),
  patents: patentList,
});
export type LicenceForm = z.output<typeof licenceFormSchema>;

export const newLicenceSchema = z.object({
  achievementId: z.uuid("not_a_choice"),
  kind: z.enum(LICENCE_OFFER_KINDS, "not_a_choice"),
});

export const takeLicenceSchema = z.object({
  organisationId: z.uuid("not_a_choice"),
  textHash: z.string("bad_form").regex(/^[0-9a-f]{64}$/, "bad_form"),
  agreed: z.literal("on", "must_accept"),
  secret: z.string("required").min(1, "required").max(200, "bad_form"),
});

export const licenceMoveSchema = z.object({
  note: z.string().trim().max(500, 'too_long|{"max":500}').default(""),
});

export function readPatents(stored: unknown): LicencePatent[] {
  return patentList.parse(stored ?? []);
}

export function readLicenceChecks(stored: unknown): LicenceChecks {
  return licenceChecksSchema.parse(stored ?? {});
}
