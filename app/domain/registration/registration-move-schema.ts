import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";
import { CHECK_IDS, REFUSAL_CODES } from "./recognition-checks/check-ids-rules";
import { RECUSAL_REASONS } from "./recusal-rules";
import { OFFICIAL_NUMBER } from "./registration-number-rules";

const note = (max: number) =>
  z.string().trim().max(max, errorCode("too_long", { max })).default("");

/** Yuan as typed; fen as a decimal text, as the evidence of a move holds it. */
const amount = z
  .string()
  .default("")
  .transform((text, context) => {
    if (text.trim() === "") return null;
    const fen = parseYuan(text);
    if (fen !== null) return fen.toString();
    context.addIssue({ code: "custom", message: "not_an_amount" });
    return z.NEVER;
  });

/** What the applicant adds to a move. */
export const applicantMoveSchema = z.object({
  intent: z.string().max(40),
  note: note(2000),
  commitment: z.string().max(20).optional(),
  servicePointId: z.uuid("not_a_choice").optional(),
  supplementId: z.uuid("not_a_choice").optional(),
});

/** What an office adds to a move. */
export const officeMoveSchema = z.object({
  intent: z.string().max(40),
  note: note(2000),
  registrarId: z.uuid("required").optional(),
  codes: z.array(z.enum(REFUSAL_CODES, "not_a_choice")).default([]),
  total: amount,
  technical: amount,
  approved: amount,
});

export const remarkSchema = z.object({
  about: z.string().trim().max(60).default("general"),
  message: z
    .string()
    .trim()
    .min(1, "required")
    .max(1000, errorCode("too_long", { max: 1000 })),
});

export const remarkIdSchema = z.object({ remarkId: z.uuid("not_found") });

export const answerSchema = z.object({
  remarkId: z.uuid("not_found"),
  answer: z
    .string()
    .trim()
    .min(1, "required")
    .max(2000, errorCode("too_long", { max: 2000 })),
});

/** One answer per check, "" where nothing is to be changed; names are finding-C01 and note-C01. */
export const findingsSchema = z.object(
  Object.fromEntries(
    CHECK_IDS.flatMap((id) => [
      [`finding-${id}`, z.enum(["MET", "NOT_MET", ""], "not_a_choice").default("")],
      [`note-${id}`, note(1000)],
    ]),
  ),
);

export const recusalSchema = z.object({
  userId: z.uuid("required"),
  reason: z.enum(RECUSAL_REASONS, "required"),
  note: note(500),
});

export const officialNumberSchema = z.object({
  officialNo: z
    .string()
    .transform((text) => text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase())
    .pipe(z.string().regex(OFFICIAL_NUMBER, "official_number_form")),
});

export const askSchema = z.object({
  title: z
    .string()
    .trim()
    .min(1, "required")
    .max(120, errorCode("too_long", { max: 120 })),
  dueOn: z.iso.date("not_a_date").optional(),
});
