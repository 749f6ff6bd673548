import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { readIdentifier } from "./contact-rules";
import { lineSchema } from "./text-schema";

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
export const NAME_MAX = 60;

/** An e-mail address or a phone number. */
const identifierSchema = z.string({ error: "required" }).transform((text, context) => {
  const identifier = readIdentifier(text);
  if (identifier) return identifier;
  context.addIssue({ code: "custom", message: text.trim() ? "not_an_identifier" : "required" });
  return z.NEVER;
});

const newPasswordSchema = z
  .string({ error: "required" })
  .min(PASSWORD_MIN, errorCode("password_too_short", { min: PASSWORD_MIN }))
  .max(PASSWORD_MAX, errorCode("too_long", { max: PASSWORD_MAX }))
  .refine((text) => new Set(text).size >= 4, "password_too_simple");

/** Any password: the rules for new ones do not apply to what is compared. */
const passwordSchema = z.string({ error: "required" }).max(PASSWORD_MAX, "sign_in_failed");

/** Six digits, however they were typed. */
export const codeSchema = z
  .string({ error: "required" })
  .transform((text) => text.normalize("NFKC").replace(/\s/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "code_form"));

const nextSchema = z.string().max(2000).optional();

export const signUpSchema = z.object({
  name: lineSchema(NAME_MAX),
  identifier: identifierSchema,
  password: newPasswordSchema,
  terms: z.literal("on", { error: "must_accept" }),
  next: nextSchema,
});

export const signInSchema = z.object({
  identifier: identifierSchema,
  password: passwordSchema,
  next: nextSchema,
});

export const confirmSchema = z.object({ identifier: identifierSchema, code: codeSchema });

export const resendSchema = z.object({ identifier: identifierSchema });

export const resetSchema = z.object({
  identifier: identifierSchema,
  code: codeSchema,
  password: newPasswordSchema,
});

export const secondFactorSchema = z.object({
  code: z
    .string({ error: "required" })
    .transform((text) => text.normalize("NFKC").replace(/\s/g, ""))
    .pipe(z.string().min(1, "required").max(20, "second_factor_wrong")),
  next: nextSchema,
});

export const changePasswordSchema = z.object({
  currentPassword: passwordSchema,
  password: newPasswordSchema,
});

export const passwordOnlySchema = z.object({ password: passwordSchema });

export const changeContactSchema = z.object({
  identifier: identifierSchema,
  currentPassword: passwordSchema,
});

export const profileSchema = z.object({ name: lineSchema(NAME_MAX) });

export const invitedSchema = z.object({ name: lineSchema(NAME_MAX), password: newPasswordSchema });
