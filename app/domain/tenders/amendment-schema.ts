import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";
import { instantOf } from "./tender-schema";

/** What an amendment may change; criteria and weights stay as they were announced. */
export const AMENDABLE = ["description", "qualification", "contractTerms", "budgetFen"] as const;
export type AmendableField = (typeof AMENDABLE)[number];

const text = (max: number) => z.string().trim().max(max, errorCode("too_long", { max })).optional();

export const amendTenderSchema = z
  .object({
    text: z
      .string("required")
      .trim()
      .min(2, "required")
      .max(3000, errorCode("too_long", { max: 3000 })),
    description: text(10_000),
    qualification: text(4000),
    contractTerms: text(8000),
    budget: text(20),
    dueDate: z.string().trim().max(10).default(""),
    dueTime: z.string().trim().max(5).default(""),
    /** The words alone change what a bid must answer to. */
    isMaterial: z
      .literal("on")
      .optional()
      .transform((value) => value === "on"),
  })
  .transform((form, context) => {
    const { description, qualification, contractTerms, budget, dueDate, dueTime, ...rest } = form;
    const bidsDueAt = dueDate === "" ? null : instantOf(dueDate, dueTime || "10:00");
    if (dueDate !== "" && !bidsDueAt) {
      context.addIssue({ code: "custom", message: "not_a_date", path: ["dueDate"] });
    }
    const budgetFen = budget ? parseYuan(budget) : null;
    if (budget && (budgetFen === null || budgetFen <= 0n)) {
      context.addIssue({ code: "custom", message: "not_an_amount", path: ["budget"] });
    }
    return {
      ...rest,
      bidsDueAt,
      fields: {
        ...(description ? { description } : {}),
        ...(qualification ? { qualification } : {}),
        ...(contractTerms ? { contractTerms } : {}),
        ...(budgetFen ? { budgetFen } : {}),
      },
    };
  });
export type AmendTenderInput = z.output<typeof amendTenderSchema>;

export type AmendmentChange = { field: AmendableField; before: string; after: string };

/** Fields whose text is another one now. */
export function amendmentChanges(
  before: { [F in AmendableField]: string | bigint | null },
  { fields }: Pick<AmendTenderInput, "fields">,
): AmendmentChange[] {
  return AMENDABLE.flatMap((field) => {
    const after = fields[field];
    if (after === undefined || after === before[field]) return [];
    return [{ field, before: String(before[field] ?? ""), after: String(after) }];
  });
}

export const amendmentChangesSchema = z.array(
  z.object({ field: z.enum(AMENDABLE), before: z.string(), after: z.string() }),
);
