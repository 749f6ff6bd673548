import { z } from "zod";
import { ACHIEVEMENT_STEPS } from "./achievement-schema";
import { freeText } from "./field-kinds";
import type { ListingKind } from "./listing-kind-rules";
import { NEED_STEPS } from "./need-schema";

/** A reviewer's remark on one field. */
export type FieldComment = { field: string; message: string };

/** Declarations and switches are judged with the whole, not field by field. */
const NOT_COMMENTED: readonly string[] = ["disclosureAcknowledged", "noStateSecretDeclared"];

/** Fields that a reviewer can comment on, by step of the wizard. */
export function commentableFields(kind: ListingKind): { step: string; fields: string[] }[] {
  const steps: Record<string, readonly string[]> =
    kind === "achievement" ? ACHIEVEMENT_STEPS : NEED_STEPS;
  return Object.entries(steps)
    .map(([step, fields]) => ({
      step,
      fields: step === "files" ? ["files"] : fields.filter((one) => !NOT_COMMENTED.includes(one)),
    }))
    .filter((one) => one.fields.length > 0);
}

const comments = z
  .array(z.object({ field: z.string().regex(/^[A-Za-z]{1,40}$/), message: freeText(500) }))
  .max(60)
  .transform((list) => list.filter((one) => one.message !== ""))
  .default([]);

export const reviewFormSchema = z
  .object({
    intent: z.enum(["publish", "return"], "not_a_choice"),
    revision: z.number().int(),
    note: freeText(1000),
    comments,
  })
  .superRefine((form, context) => {
    if (form.intent === "return" && form.note === "") {
      context.addIssue({ code: "custom", path: ["note"], message: "note_required" });
    }
  });
