import { z } from "zod";
import { normaliseEmail } from "./contact-rules";
import { lineSchema, optionalLineSchema, paragraphSchema } from "./text-schema";
import { checkUscc, normaliseUscc } from "./uscc-rules";

export const ORGANISATION_KINDS = [
  "UNIVERSITY",
  "RESEARCH_INSTITUTE",
  "ENTERPRISE",
  "BROKER_AGENCY",
  "PARK",
  "GOVERNMENT_OFFICE",
] as const;

export const ROLES = ["OWNER", "ADMIN", "MEMBER"] as const;
export const SCOPES = ["PUBLISH", "SIGN", "BID", "MONEY"] as const;

export const LEGAL_NAME_MAX = 100;
export const INTRO_MAX = 2000;
export const NOTE_MAX = 500;

/** A code that may be left empty in a draft; the form is checked at once, the check digit only warns. */
const usccSchema = z
  .string()
  .optional()
  .transform((text) => normaliseUscc(text ?? "") || null)
  .refine((code) => code === null || checkUscc(code).form === "RIGHT", "uscc_form");

const websiteSchema = z
  .string()
  .optional()
  .transform((text) => text?.trim() || null)
  .refine((text) => text === null || isWebAddress(text), "website_form");

function isWebAddress(text: string): boolean {
  if (text.length > 300 || !URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === "https:" || url.protocol === "http:") && url.username === "";
}

export const organisationSchema = z.object({
  kind: z.enum(ORGANISATION_KINDS, "not_a_choice"),
  legalName: lineSchema(LEGAL_NAME_MAX, 2),
  englishName: optionalLineSchema(200),
  uscc: usccSchema,
  usccOverrideReason: paragraphSchema(NOTE_MAX).transform((text) => text || null),
  natureCode: z
    .string()
    .optional()
    .transform((text) => text || null)
    .refine((code) => code === null || /^\d{3,4}$/.test(code), "not_a_choice"),
  legalRepresentative: optionalLineSchema(60),
  regionCode: z.string({ error: "required" }).regex(/^\d{6}$/, "region_unknown"),
  address: optionalLineSchema(200),
  website: websiteSchema,
  intro: paragraphSchema(INTRO_MAX),
});
export type OrganisationInput = z.output<typeof organisationSchema>;

const scopesSchema = z
  .array(z.enum(SCOPES, "not_a_choice"))
  .optional()
  .transform((scopes) => [...new Set(scopes ?? [])]);

export const invitationSchema = z.object({
  email: z.string({ error: "required" }).transform((text, context) => {
    const email = normaliseEmail(text);
    if (email) return email;
    context.addIssue({ code: "custom", message: text.trim() ? "not_an_email" : "required" });
    return z.NEVER;
  }),
  role: z.enum(ROLES, "not_a_choice"),
  scopes: scopesSchema,
});

export const memberSchema = z.object({
  membershipId: z.uuid("not_found"),
  role: z.enum(ROLES, "not_a_choice"),
  scopes: scopesSchema,
  title: optionalLineSchema(60),
});

export const noteSchema = z.object({ note: paragraphSchema(NOTE_MAX) });
