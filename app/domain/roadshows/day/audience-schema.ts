import { z } from "zod";
import { freeText } from "~/domain/catalogue/field-kinds";

export const QUESTION_MAX = 200;
export const CARD_NOTE_MAX = 200;
export const CARD_KINDS = ["MEET", "MATERIAL", "INVEST"] as const;
export type CardKind = (typeof CARD_KINDS)[number];

const id = z.uuid("not_an_id");
const given = (text: string) => text !== "";

export const askSchema = z.object({
  projectId: id,
  text: freeText(QUESTION_MAX).refine(given, "required"),
  isAnonymous: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});

export const questionIdSchema = z.object({ questionId: id });

export const moderationSchema = z.object({
  questionId: id,
  move: z.enum(["show", "hide", "answer", "reopen"], "not_a_choice"),
});

export const cardSchema = z.object({
  projectId: id,
  kind: z.enum(CARD_KINDS, "not_a_choice"),
  note: freeText(CARD_NOTE_MAX),
});

export const cardKeySchema = z.object({ projectId: id, kind: z.enum(CARD_KINDS, "not_a_choice") });
