import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

const number = z
  .string()
  .trim()
  .default("")
  .transform((text, context) => {
    const digits = text.normalize("NFKC").replace(/^\D*/, "");
    if (digits === "") return null;
    const value = Number(digits);
    if (Number.isInteger(value) && value > 0 && value < 2_000_000_000) return value;
    context.addIssue({ code: "custom", message: "not_a_number" });
    return z.NEVER;
  });

/** The form by which a broker records whom one has introduced to what. */
export const introductionRecordSchema = z.object({
  mandateId: z
    .string()
    .optional()
    .transform((id) => id || null),
  achievementNumber: number,
  needNumber: number,
  /** Legal name or credit code of the other side when it has no listing. */
  organisation: z
    .string()
    .trim()
    .max(100, errorCode("too_long", { max: 100 }))
    .default(""),
  note: z
    .string()
    .trim()
    .max(500, errorCode("too_long", { max: 500 }))
    .default(""),
});

export type IntroductionRecordInput = z.output<typeof introductionRecordSchema>;
