import { z } from "zod";
import { lineText } from "~/domain/catalogue/field-kinds";

/** Longest line on a screen that is read from the back row. */
export const MESSAGE_MAX = 80;

const simple = (intent: "talk" | "qa" | "pause" | "resume" | "over") =>
  z.object({ intent: z.literal(intent) });

/** What a controller can order. */
export const stageOrderSchema = z.discriminatedUnion("intent", [
  simple("talk"),
  simple("qa"),
  simple("pause"),
  simple("resume"),
  simple("over"),
  z.object({
    intent: z.literal("absent"),
    note: lineText(200).refine((text) => text !== "", "required"),
  }),
  z.object({ intent: z.literal("select"), entryId: z.uuid("not_an_id") }),
  z.object({ intent: z.literal("message"), message: lineText(MESSAGE_MAX) }),
  z.object({ intent: z.literal("question"), questionId: z.uuid("not_an_id").optional() }),
]);

export type StageOrder = z.output<typeof stageOrderSchema>;

export const stageRevisionSchema = z.object({
  revision: z.coerce.number("bad_form").int("bad_form").min(0, "bad_form"),
});
