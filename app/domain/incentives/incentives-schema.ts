import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";
import { CONTRACT_KIND_CODES, contractKind } from "./contract-kind-rules";

export const SELLER_KINDS = [
  "GOVERNMENT_UNIVERSITY",
  "GOVERNMENT_INSTITUTE",
  "NONPROFIT",
  "FIRM",
  "INDIVIDUAL",
] as const;
export const LICENCE_KINDS = ["EXCLUSIVE", "SOLE", "NON_EXCLUSIVE"] as const;
export const TAXPAYERS = ["GENERAL", "SMALL"] as const;
export const REWARD_CASES = ["TRANSFER", "EQUITY", "OWN"] as const;
export const AWARDS = [
  "NATIONAL_1",
  "NATIONAL_2",
  "PROVINCE_1",
  "PROVINCE_2",
  "PROVINCE_3",
] as const;

const EARLIEST = "1949-10-01";
const LATEST = "2099-12-31";

/** An amount in yuan as fen; empty is 0. */
const amount = z
  .string("not_an_amount")
  .optional()
  .transform((text, context) => {
    if (text === undefined || text.trim() === "") return 0n;
    const fen = parseYuan(text);
    if (fen !== null) return fen;
    context.addIssue({ code: "custom", message: "not_an_amount" });
    return z.NEVER;
  });

const someAmount = amount.refine((fen) => fen > 0n, "required");

/** A number of at most two decimals in a range; empty is null. */
const numberWithin = (min: number, max: number) =>
  z
    .string("not_a_number")
    .optional()
    .transform((text, context) => {
      const clean = (text ?? "").normalize("NFKC").replace(/[%\s]/g, "");
      if (clean === "") return null;
      const value = /^\d{1,3}(\.\d{1,2})?$/.test(clean) ? Number(clean) : Number.NaN;
      if (value >= min && value <= max) return value;
      const message = Number.isNaN(value)
        ? "not_a_number"
        : errorCode("out_of_range", { min, max });
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < EARLIEST || text > LATEST) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // 31 February is carried over into March by the parser.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const date = z
  .string("not_a_date")
  .optional()
  .transform((text) => text?.trim() || null)
  .refine((text) => text === null || isCalendarDate(text), "not_a_date");

const tick = z
  .literal("on", "not_a_choice")
  .optional()
  .transform((value) => value === "on");

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .enum(values, "not_a_choice")
    .optional()
    .transform((value) => value ?? null);

/** What the calculator is asked; dates as YYYY-MM-DD, money in yuan in and in fen out. */
export const incentivesSchema = z
  .object({
    on: date,
    kind: z.enum(CONTRACT_KIND_CODES, { error: (issue) => wanted(issue.input) }),
    total: someAmount,
    nonTechnical: amount,
    technical: amount,
    includesVat: tick,
    sellerKind: z.enum(SELLER_KINDS, { error: (issue) => wanted(issue.input) }),
    taxpayer: z
      .enum(TAXPAYERS, "not_a_choice")
      .optional()
      .transform((value) => value ?? "GENERAL"),
    inShandong: tick,
    inLixia: tick,
    isRegistered: tick,
    hasSeparateBooks: tick,
    isRelated: tick,
    licence: oneOf(LICENCE_KINDS),
    licenceYears: numberWithin(0, 100),
    isWorldwide: tick,
    ownsRight: tick,
    cost: amount,
    taxes: amount,
    periodExpenses: amount,
    otherIncome: amount,
    relatedShare: numberWithin(0, 100),
    isHighTech: tick,
    researchFunds: amount,
    rewardCase: oneOf(REWARD_CASES),
    rewardBase: amount,
    ownRule: numberWithin(0, 100),
    takesOfficeBonus: tick,
    cashReward: amount,
    incomeOn: date,
    rewardOn: date,
    isPublicised: tick,
    otherTaxable: amount,
    award: oneOf(AWARDS),
    hasPlatform: tick,
    hasKeyLab: tick,
    municipalGrant: amount,
    pocGrant: amount,
    pilotGrant: amount,
    isGrantPaid: tick,
  })
  .superRefine((input, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (input.total > 0n && input.nonTechnical >= input.total)
      refuse("nonTechnical", "non_technical_too_large");
    else if (input.technical > input.total) refuse("technical", "amounts_do_not_add_up");
    else if (bothGiven(input) && input.technical + input.nonTechnical !== input.total) {
      refuse("technical", "amounts_do_not_add_up");
    }
    if (contractKind(input.kind).category === "DEVELOPMENT" && input.researchFunds > input.total) {
      refuse("researchFunds", "research_funds_too_large");
    }
    if (input.incomeOn && input.rewardOn && input.rewardOn < input.incomeOn) {
      refuse("rewardOn", "reward_before_income");
    }
    if (input.rewardCase && input.rewardBase === 0n) refuse("rewardBase", "required");
    if (input.takesOfficeBonus && input.rewardBase === 0n) refuse("rewardBase", "required");
  })
  .transform((input) => {
    /** Amount of technology trade: the total less itemised non-technical costs. */
    const technical =
      input.technical > 0n && input.nonTechnical === 0n
        ? input.technical
        : input.total - input.nonTechnical;
    return { ...input, technical, nonTechnical: input.total - technical };
  });

function bothGiven({ technical, nonTechnical }: { technical: bigint; nonTechnical: bigint }) {
  return technical > 0n && nonTechnical > 0n;
}

function wanted(input: unknown): string {
  return input === undefined || input === "" ? "required" : "not_a_choice";
}

export type IncentivesForm = z.output<typeof incentivesSchema>;

/** The form with the date that the rules are read for. */
export type IncentiveInput = Omit<IncentivesForm, "on"> & { on: string };

const INCENTIVE_FIELDS = Object.keys(incentivesSchema.in.shape) as IncentiveField[];
export type IncentiveField = keyof z.input<typeof incentivesSchema>;

export interface CheckedFields {
  /** The fields as typed, for showing again. */
  typed: Partial<Record<IncentiveField, string>>;
  form: IncentivesForm | null;
  /** First error code of each field. */
  errors: Partial<Record<IncentiveField, string>>;
}

/** Reads the calculator's address; what is not a field of the form is left out. */
export function checkIncentiveFields(params: URLSearchParams): CheckedFields {
  const typed: CheckedFields["typed"] = {};
  for (const name of INCENTIVE_FIELDS) {
    const value = params.get(name)?.replaceAll("\u0000", "").slice(0, 100);
    if (value) typed[name] = value;
  }
  const result = incentivesSchema.safeParse(typed);
  if (result.success) return { typed, form: result.data, errors: {} };
  const errors: CheckedFields["errors"] = {};
  for (const issue of result.error.issues) {
    const name = INCENTIVE_FIELDS.find((field) => field === issue.path[0]);
    if (name) errors[name] ??= issue.message;
  }
  return { typed, form: null, errors };
}
