import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";

export const CRITERION_KINDS = ["PRICE", "DURATION", "SCORE"] as const;
/** Weights are basis points of the whole; points go to 100. */
export const WHOLE_BP = 10_000;
export const MOST_CRITERIA = 12;

const written = (max: number, min = 0) =>
  z
    .string()
    .trim()
    .min(min, min > 1 ? errorCode("too_short", { min }) : "required")
    .max(max, errorCode("too_long", { max }))
    .default("");

export const criterionSchema = z.object({
  id: z.string().regex(/^[a-z0-9]{1,12}$/),
  title: z.string().trim().min(1).max(80),
  kind: z.enum(CRITERION_KINDS),
  weightBp: z.int().min(1).max(WHOLE_BP),
  /** Highest score that a member gives; of SCORE criteria. */
  maximum: z.int().min(1).max(1000).default(100),
  guidance: z.string().trim().max(500).default(""),
});
export type TenderCriterion = z.output<typeof criterionSchema>;
export const criteriaSchema = z.array(criterionSchema).max(MOST_CRITERIA);

export const PRICE_FORMULAS = ["LOWEST", "MEAN"] as const;
export const QUALITY_BASES = ["MAXIMUM", "BEST"] as const;
export const TIE_RULES = ["PRICE_FIRST", "QUALITY_FIRST"] as const;

/** What is announced of the evaluation besides the criteria. */
export const tenderChoicesSchema = z.object({
  /** LOWEST: lowest price ÷ price. MEAN: off for each percent away from the mean of all prices. */
  priceFormula: z.enum(PRICE_FORMULAS, "not_a_choice").default("LOWEST"),
  /** Of MEAN, in basis points of the price points for each percent above and below the mean. */
  aboveBp: z.coerce.number().int().min(0).max(WHOLE_BP).default(200),
  belowBp: z.coerce.number().int().min(0).max(WHOLE_BP).default(100),
  /** Mean score ÷ highest possible, or ÷ the best bid's mean. */
  qualityBasis: z.enum(QUALITY_BASES, "not_a_choice").default("MAXIMUM"),
  /** Leave out one highest and one lowest score of each criterion. */
  dropsExtremes: z.boolean().default(false),
  tieRule: z.enum(TIE_RULES, "not_a_choice").default("PRICE_FIRST"),
  /** A price above the budget is invalid. */
  budgetIsCeiling: z.boolean().default(true),
});
export type TenderChoices = z.output<typeof tenderChoicesSchema>;

/** Announced rules with the dated figures that were in force, frozen by issuing. */
export const tenderRulesSchema = tenderChoicesSchema.extend({
  version: z.literal(1).default(1),
  bidsMinimum: z.int().positive(),
  committeeMinimum: z.int().positive(),
  expertShareBp: z.int(),
  candidatesMaximum: z.int().positive(),
  candidatesDays: z.int().positive(),
  standstillDays: z.int().nonnegative(),
  contractDays: z.int().positive(),
  amendmentDays: z.int().nonnegative(),
  /** Below this share of the mean price a bidder is asked to explain. */
  abnormalBp: z.int().min(0).max(WHOLE_BP),
  /** SHA-256 of the documents, in the order of their list. */
  files: z.array(z.object({ title: z.string(), sha256: z.string() })).default([]),
});
export type TenderRules = z.output<typeof tenderRulesSchema>;

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");
const yuan = z
  .string()
  .trim()
  .default("")
  .transform((text, context) => {
    if (text === "") return null;
    const fen = parseYuan(text);
    if (fen === null || fen <= 0n) context.addIssue({ code: "custom", message: "not_an_amount" });
    return fen;
  });
const WEIGHT = /^(\d{1,3})(?:\.(\d{1,2}))?$/;

/** A weight in percent, as typed, in basis points. */
export function weightBpOf(text: string): number | null {
  const match = WEIGHT.exec(text.normalize("NFKC").replace(/[%\s]/g, ""));
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

const criterionRow = z
  .object({
    id: z
      .string()
      .regex(/^[a-z0-9]{1,12}$/)
      .optional(),
    title: written(80),
    kind: z.enum(CRITERION_KINDS, "not_a_choice").default("SCORE"),
    weight: z.string().trim().max(8).default(""),
    maximum: z.string().trim().max(4).default(""),
    guidance: written(500),
  })
  .transform((row, context) => {
    if (row.title === "" && row.weight === "") return null;
    const weightBp = weightBpOf(row.weight);
    if (weightBp === null || weightBp < 1 || weightBp > WHOLE_BP) {
      context.addIssue({ code: "custom", message: "tender_weight", path: ["weight"] });
    }
    if (row.title === "") {
      context.addIssue({ code: "custom", message: "required", path: ["title"] });
    }
    const maximum = row.maximum === "" ? 100 : Number(row.maximum.normalize("NFKC"));
    if (!Number.isInteger(maximum) || maximum < 1 || maximum > 1000) {
      context.addIssue({ code: "custom", message: "tender_maximum", path: ["maximum"] });
    }
    const { title, kind, guidance } = row;
    return { id: row.id ?? "", title, kind, weightBp: weightBp ?? 0, maximum, guidance };
  });

/** Day in China's time as typed into a date field, with a time of day. */
export function instantOf(date: string, time: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const instant = new Date(`${date}T${time}:00.000+08:00`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

export const tenderFormSchema = z
  .object({
    title: written(120, 2),
    description: written(10_000),
    categoryCode: written(10),
    qualification: written(4000),
    contractTerms: written(8000),
    budget: yuan,
    bond: yuan,
    dueDate: written(10),
    dueTime: written(5),
    criteria: z.array(criterionRow).max(MOST_CRITERIA, "bad_form").default([]),
    priceFormula: tenderChoicesSchema.shape.priceFormula,
    aboveBp: z.string().trim().default("2"),
    belowBp: z.string().trim().default("1"),
    qualityBasis: tenderChoicesSchema.shape.qualityBasis,
    dropsExtremes: ticked,
    tieRule: tenderChoicesSchema.shape.tieRule,
    budgetIsCeiling: ticked,
  })
  .transform((form, context) => {
    const { dueDate, dueTime, aboveBp, belowBp, criteria, budget, bond, ...rest } = form;
    const isDated = dueDate !== "" || dueTime !== "";
    const bidsDueAt = instantOf(dueDate, dueTime === "" ? "10:00" : dueTime);
    if (isDated && !bidsDueAt) {
      context.addIssue({ code: "custom", message: "not_a_date", path: ["dueDate"] });
    }
    const slope = (text: string, path: string) => {
      const bp = weightBpOf(text);
      if (bp === null || bp > WHOLE_BP) {
        context.addIssue({ code: "custom", message: "tender_weight", path: [path] });
      }
      return bp ?? 0;
    };
    return {
      ...rest,
      budgetFen: budget,
      bondFen: bond,
      bidsDueAt: isDated ? bidsDueAt : null,
      aboveBp: slope(aboveBp, "aboveBp"),
      belowBp: slope(belowBp, "belowBp"),
      criteria: withIds(criteria.filter((one) => one !== null)),
    };
  });
export type TenderForm = z.output<typeof tenderFormSchema>;

/** Every criterion has a short id of its own that lives as long as it does. */
function withIds(rows: readonly Omit<TenderCriterion, never>[]): TenderCriterion[] {
  const taken = new Set<string>();
  return rows.map((row) => {
    let id = row.id;
    for (let at = 1; id === "" || taken.has(id); at += 1) {
      const next = `c${at}`;
      if (!taken.has(next) && !rows.some((one) => one.id === next)) id = next;
    }
    taken.add(id);
    return { ...row, id };
  });
}

export const noteSchema = z.object({ note: written(1000, 2) });

export function readCriteria(stored: unknown): TenderCriterion[] {
  const parsed = criteriaSchema.safeParse(stored);
  return parsed.success ? parsed.data : [];
}

export function readChoices(stored: unknown): TenderChoices {
  const parsed = tenderChoicesSchema.safeParse(stored);
  return parsed.success ? parsed.data : tenderChoicesSchema.parse({});
}

/** @throws ZodError when the tender was never issued */
export function readRules(stored: unknown): TenderRules {
  return tenderRulesSchema.parse(stored);
}
