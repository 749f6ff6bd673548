import { z } from "zod";
import { lineText, yuanText } from "~/domain/catalogue/field-kinds";

export const SIGNING_KINDS = ["INTENTION", "CONTRACT"] as const;
export type SigningKind = (typeof SIGNING_KINDS)[number];

const given = (text: string) => text !== "";

export const signingSchema = z.object({
  title: lineText(100).refine(given, "required"),
  kind: z.enum(SIGNING_KINDS, "not_a_choice"),
  /** Legal name or unified social credit code. */
  supply: lineText(100).refine(given, "required"),
  demand: lineText(100).refine(given, "required"),
  projectNumber: z.coerce.number("not_a_number").int("not_a_number").min(1).optional(),
  amountFen: yuanText.refine((fen) => fen === null || fen > 0, "not_an_amount"),
});

export const signingIdSchema = z.object({ signingId: z.uuid("not_an_id") });
