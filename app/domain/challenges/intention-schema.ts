import { z } from "zod";
import { calendarDay, freeText, lineText, rows, yuanText } from "~/domain/catalogue/field-kinds";
import { MAX_TARGETS } from "./challenge-schema";

/** One page: what can be read in a few minutes. Characters as people count them. */
export const INTENTION_LIMITS = {
  team: 300,
  research: 400,
  route: 500,
  basis: 400,
  plan: 400,
  answer: 60,
  answerNote: 100,
} as const;
export const MAX_BUDGET_ROWS = 10;
export const MAX_STAGES = 8;
export const MAX_MEMBERS = 5;

export const PARTICIPATIONS = ["ORGANISATION", "CONSORTIUM"] as const;
/** Kinds of relation that the law knows: control, common control, significant influence. */
export const RELATION_KINDS = ["control", "commonControl", "influence"] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];
export const YES_NO = ["yes", "no"] as const;

const declared = z.enum(YES_NO, "not_a_choice").nullable().default(null);
const phone = lineText(30);

const contentShape = {
  participation: z.enum(PARTICIPATIONS, "not_a_choice").default("ORGANISATION"),
  team: freeText(INTENTION_LIMITS.team),
  research: freeText(INTENTION_LIMITS.research),
  route: freeText(INTENTION_LIMITS.route),
  basis: freeText(INTENTION_LIMITS.basis),
  plan: freeText(INTENTION_LIMITS.plan),
  /** One answer for each target, in the order of the targets. */
  answers: z
    .array(
      z
        .object({
          value: lineText(INTENTION_LIMITS.answer),
          note: lineText(INTENTION_LIMITS.answerNote),
        })
        .default({ value: "", note: "" }),
    )
    .max(MAX_TARGETS, "bad_form")
    .default([]),
  chiefName: lineText(40),
  chiefTitle: lineText(60),
  contactName: lineText(40),
  contactPhone: phone,
  contactEmail: lineText(100),
  members: rows(
    z.object({ name: lineText(60), part: lineText(100) }),
    MAX_MEMBERS,
    (row) => !row.name && !row.part,
  ),
  stages: rows(
    z.object({ title: lineText(60), dueOn: calendarDay, target: lineText(120) }),
    MAX_STAGES,
    (row) => !row.title && !row.dueOn && !row.target,
  ),
  control: declared,
  commonControl: declared,
  influence: declared,
};

const storedSchema = z.object({
  ...contentShape,
  budget: z
    .array(z.object({ item: lineText(60), amountFen: z.number().int().nullable().default(null) }))
    .default([]),
});
export type IntentionContent = z.output<typeof storedSchema>;

/** The same as typed: money in yuan, the note on relations and the scout's code beside it. */
export const intentionFormSchema = z.object({
  ...contentShape,
  budget: rows(
    z.object({ item: lineText(60), amountFen: yuanText }),
    MAX_BUDGET_ROWS,
    (row) => !row.item && row.amountFen === null,
  ),
  relatedNote: freeText(500),
  scoutCode: lineText(80),
  revision: z.coerce.number("bad_form").int("bad_form"),
});
export type IntentionForm = z.output<typeof intentionFormSchema>;

export function readIntention(stored: unknown): IntentionContent {
  const read = storedSchema.safeParse(stored);
  return read.success ? read.data : storedSchema.parse({});
}

/** Fields that a one-page intention still lacks. */
export function missingIntentionParts(content: IntentionContent, targetCount: number): string[] {
  const missing: string[] = [];
  for (const field of ["team", "research", "route", "basis", "plan"] as const) {
    if (content[field] === "") missing.push(field);
  }
  for (let index = 0; index < targetCount; index += 1) {
    if (!content.answers[index]?.value) missing.push(`answers[${index}].value`);
  }
  for (const field of ["chiefName", "contactName", "contactPhone", "contactEmail"] as const) {
    if (content[field] === "") missing.push(field);
  }
  if (content.budget.length === 0 || content.budget.some((one) => !one.item || !one.amountFen)) {
    missing.push("budget");
  }
  if (content.stages.length === 0 || content.stages.some((one) => !one.title || !one.dueOn)) {
    missing.push("stages");
  }
  if (content.participation === "CONSORTIUM" && content.members.length === 0)
    missing.push("members");
  return missing;
}

/** Whether the taker is related to the poster by its own statement; null until all is answered. */
export function declaredRelation(content: Pick<IntentionContent, RelationKind>): boolean | null {
  const answers = RELATION_KINDS.map((kind) => content[kind]);
  if (answers.some((one) => one === "yes")) return true;
  return answers.every((one) => one === "no") ? false : null;
}

/** Sum of the budget in fen. */
export function budgetTotal(content: Pick<IntentionContent, "budget">): bigint {
  return content.budget.reduce((sum, one) => sum + BigInt(one.amountFen ?? 0), 0n);
}
