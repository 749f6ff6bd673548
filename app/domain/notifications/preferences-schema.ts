import { z } from "zod";

/** An hour of the day, or null for the empty choice. */
const hour = z
  .string()
  .optional()
  .transform((text, context) => {
    const clean = text?.trim() ?? "";
    if (clean === "") return null;
    if (/^\d{1,2}$/.test(clean) && Number(clean) <= 23) return Number(clean);
    context.addIssue({ code: "custom", message: "not_a_choice" });
    return z.NEVER;
  });

/** Form of the notification settings. */
export const preferencesSchema = z
  .object({
    mail: z.enum(["OFF", "INSTANT", "DAILY", "WEEKLY"], "not_a_choice"),
    matchMail: z.enum(["OFF", "DAILY", "WEEKLY"], "not_a_choice"),
    quietFrom: hour,
    quietTo: hour,
    nonPersonal: z
      .string()
      .optional()
      .transform((value) => value === "on"),
  })
  .superRefine((value, context) => {
    if (value.quietFrom !== null && value.quietTo === null) {
      context.addIssue({ code: "custom", path: ["quietTo"], message: "required" });
    }
    if (value.quietTo !== null && value.quietFrom === null) {
      context.addIssue({ code: "custom", path: ["quietFrom"], message: "required" });
    }
  });

export type PreferencesInput = z.output<typeof preferencesSchema>;
