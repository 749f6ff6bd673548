import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { AVAILABILITIES } from "./profile-rules";

export const NAME_MAX = 40;
export const INTRO_MAX = 1000;
export const STATEMENT_MAX = 500;

const text = (max: number) =>
  z.string().trim().max(max, errorCode("too_long", { max })).default("");
const need = (max: number) =>
  z.string("required").trim().min(1, "required").max(max, errorCode("too_long", { max }));
const date = z.iso.date("not_a_date").optional();
const codes = (max: number) =>
  z
    .array(z.string().max(20))
    .max(max, errorCode("too_many", { max }))
    .default([])
    .transform((list) => [...new Set(list)]);
/** What a native form sends for a choice left open. */
const code = z
  .string()
  .max(40)
  .optional()
  .transform((value) => value || null);

export const PROFILE_STEPS = ["person", "certificate", "work", "publication"] as const;
export type ProfileStep = (typeof PROFILE_STEPS)[number];

export const personSchema = z.object({
  displayName: need(NAME_MAX),
  regionCode: z.string("required").regex(/^\d{6}$/, "required"),
  agencyId: code,
  poolMemberSince: date,
});

export const certificateSchema = z
  .object({
    level: code,
    certificateNumber: text(40),
    certificateIssuedOn: date,
    certificateExpiresOn: date,
    certificateBase: text(80),
  })
  .refine(
    (value) =>
      !value.certificateIssuedOn ||
      !value.certificateExpiresOn ||
      value.certificateExpiresOn > value.certificateIssuedOn,
    { path: ["certificateExpiresOn"], message: "date_order" },
  );

export const workSchema = z.object({
  intro: text(INTRO_MAX),
  fieldCodes: codes(10),
  regionCodes: codes(20),
  serviceCodes: codes(12),
  languageCodes: codes(9),
  availability: z.enum(AVAILABILITIES, "not_a_choice"),
  conflictStatement: text(STATEMENT_MAX),
});

export const publicationSchema = z.object({
  publicationConsent: z.literal("on").optional(),
  photoConsent: z.literal("on").optional(),
});

export type PersonValues = z.output<typeof personSchema>;
export type CertificateValues = z.output<typeof certificateSchema>;
export type WorkValues = z.output<typeof workSchema>;

export const noteSchema = z.object({
  note: z
    .string()
    .trim()
    .max(500, errorCode("too_long", { max: 500 }))
    .default(""),
});
