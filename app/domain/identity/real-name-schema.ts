import { z } from "zod";
import { DOCUMENT_KINDS, normaliseDocumentNumber } from "./resident-id-rules";
import { lineSchema } from "./text-schema";

export const realNameSchema = z.object({
  legalName: lineSchema(60, 2),
  documentKind: z.enum(DOCUMENT_KINDS, "not_a_choice"),
  documentNumber: z
    .string({ error: "required" })
    .transform(normaliseDocumentNumber)
    .refine((number) => number !== "", { error: "required", abort: true })
    .refine((number) => number.length <= 18, "id_form_wrong"),
  // PIPL art. 29: sensitive information needs a consent of its own.
  consent: z.literal("on", { error: "consent_required" }),
});
