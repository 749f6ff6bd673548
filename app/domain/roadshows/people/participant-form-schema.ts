import { z } from "zod";
import { codes, freeText, lineText } from "~/domain/catalogue/field-kinds";
import { errorCode } from "~/domain/shared/error-code";
import { absenceRows } from "../call/absence-schema";

/** As what somebody comes who registers without being asked. */
export const AUDIENCE_ROLES = ["FIRM", "INVESTOR", "BROKER", "AUDIENCE"] as const;
export type AudienceRole = (typeof AUDIENCE_ROLES)[number];
export const ATTENDANCES = ["ONSITE", "ONLINE"] as const;

export const INTERESTS_MAX = 500;
export const MAX_FIELDS = 8;

const ticked = z
  .string()
  .optional()
  .transform((value) => value === "on");

const undertaking = {
  acceptsUndertaking: ticked,
  /** Hash of the undertaking as it was shown. */
  undertakingHash: z.string().max(64).default(""),
};

/** The undertaking alone, for who is registered already. */
export const undertakingFormSchema = z.object(undertaking);
export type UndertakingForm = z.output<typeof undertakingFormSchema>;

/** What a person tells of itself when it registers, and may change afterwards. */
export const participantFormSchema = z.object({
  role: z.enum(AUDIENCE_ROLES, "required"),
  /** Empty for somebody who comes as a person. */
  organisationId: z.union([z.literal(""), z.uuid()], "not_a_choice").default(""),
  name: lineText(40).refine((text) => text !== "", "required"),
  title: lineText(60),
  phone: lineText(30),
  interests: freeText(INTERESTS_MAX),
  fieldCodes: codes(MAX_FIELDS),
  /** "need:…" or "achievement:…", one of the organisation's own. */
  listing: z
    .string()
    .regex(/^$|^(need|achievement):[0-9a-f-]{36}$/i, "not_a_choice")
    .default(""),
  wantsMeetings: ticked,
  meetingsMax: z
    .string()
    .transform((text) => text.normalize("NFKC").trim())
    .pipe(z.literal("").or(z.string().regex(/^\d{1,3}$/, "not_a_number")))
    .transform((text) => (text === "" ? null : Number(text)))
    .nullable()
    .default(null)
    .refine((n) => n === null || n <= 100, errorCode("out_of_range", { min: 0, max: 100 })),
  unavailable: absenceRows,
  attendance: z.enum(ATTENDANCES, "not_a_choice").default("ONSITE"),
  isListed: ticked,
  ...undertaking,
});
export type ParticipantForm = z.output<typeof participantFormSchema>;
