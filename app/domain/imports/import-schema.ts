import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";

/** First page of an import. The file itself is read apart from the fields. */
export const newImportSchema = z.object({
  kind: z.enum(["ACHIEVEMENT", "NEED"], "not_a_choice"),
  organisationId: z.uuid("not_a_choice"),
  source: z
    .string()
    .trim()
    .max(60, errorCode("too_long", { max: 60 }))
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, "import_source_bad")
    .optional(),
});

export type NewImportForm = z.output<typeof newImportSchema>;

/** The buttons on the page of a run. The columns of a dry run are read apart. */
export const importIntentSchema = z.object({
  intent: z.enum(["dry-run", "commit", "remap", "cancel"], "not_a_choice"),
});
