import { z } from "zod";
import { lineText } from "~/domain/catalogue/field-kinds";

export const STAFF_ROLES = ["REVIEWER", "JUDGE", "DESK", "MODERATOR", "STAGE"] as const;

/** Whom the organiser asks: an address, or a colleague, for one role. */
export const memberSchema = z
  .object({
    role: z.enum(STAFF_ROLES, "required"),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .refine((text) => text === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), "not_an_email")
      .default(""),
    userId: z.uuid("not_a_choice").optional(),
    title: lineText(40),
  })
  .refine((value) => value.userId !== undefined || value.email !== "", {
    path: ["email"],
    message: "required",
  });

export type MemberInput = z.output<typeof memberSchema>;
