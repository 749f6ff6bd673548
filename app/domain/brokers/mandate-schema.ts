import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";
import { COST_BEARERS } from "./broker-pay-rules";
import { FEE_KINDS, type FeeStep, parseRateBp, stepFault } from "./fee-rules";

export const TITLE_MAX = 80;
export const SCOPE_MAX = 2000;
export const MAX_STEPS = 4;

/** What a broker may be asked to do; texts in i18n `brokers.duties`. */
export const DUTIES = [
  "SEARCH",
  "INTRODUCE",
  "MATERIALS",
  "NEGOTIATE",
  "CONTRACT",
  "REGISTER",
  "FOLLOW_UP",
] as const;
export type Duty = (typeof DUTIES)[number];

const need = (max: number) =>
  z.string("required").trim().min(1, "required").max(max, errorCode("too_long", { max }));

const optional = (max: number) =>
  z.string().trim().max(max, errorCode("too_long", { max })).default("");

const stepInput = z.object({ upto: z.string().default(""), rate: z.string().default("") });

/** Rows of the form as steps; rows left blank are skipped. Errors are codes at the field `steps`. */
function readSteps(rows: readonly z.output<typeof stepInput>[]): FeeStep[] | null {
  const steps: FeeStep[] = [];
  for (const row of rows) {
    if (row.upto.trim() === "" && row.rate.trim() === "") continue;
    const rateBp = parseRateBp(row.rate);
    const upto = row.upto.trim() === "" ? null : parseYuan(row.upto);
    if (rateBp === null || (row.upto.trim() !== "" && upto === null)) return null;
    steps.push({ uptoFen: upto?.toString() ?? null, rateBp });
  }
  return steps;
}

/** The form by which a client offers a mandate. */
export const mandateSchema = z
  .object({
    brokerId: z.uuid("required"),
    achievementId: z.uuid().optional(),
    needId: z.uuid().optional(),
    /** Listing of the other side, when both give the mandate together. */
    together: z
      .string()
      .optional()
      .transform((id) => id || null),
    title: need(TITLE_MAX),
    scope: need(SCOPE_MAX),
    duties: z.array(z.enum(DUTIES, "not_a_choice")).min(1, "required").max(DUTIES.length),
    successDefinition: need(500),
    feeKind: z.enum(FEE_KINDS, "required"),
    fixedFee: z.string().default(""),
    steps: z.array(stepInput).max(MAX_STEPS).default([]),
    costsBorneBy: z
      .string()
      .optional()
      .transform((value) => COST_BEARERS.find((one) => one === value) ?? null),
    confidentialityNote: optional(500),
    startsOn: z.iso.date("not_a_date"),
    endsOn: z.iso.date("not_a_date"),
    consent: z.literal("on").optional(),
  })
  .transform((value, context) => {
    const fault = (field: string, message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
      return z.NEVER;
    };
    if (!value.achievementId && !value.needId) return fault("title", "not_found");
    if (value.endsOn <= value.startsOn) return fault("endsOn", "date_order");
    const { fixedFee, steps: rows, feeKind, ...rest } = value;
    if (feeKind === "FIXED") {
      const fen = parseYuan(fixedFee);
      if (fen === null || fen <= 0n) return fault("fixedFee", "not_an_amount");
      return { ...rest, feeKind, fixedFeeFen: fen, feeSteps: [] as FeeStep[] };
    }
    if (feeKind === "NONE") {
      return { ...rest, feeKind, fixedFeeFen: null, feeSteps: [] as FeeStep[] };
    }
    const steps = readSteps(rows);
    if (steps === null) return fault("steps", "steps_unreadable");
    const wrong = stepFault(steps);
    if (wrong) return fault("steps", wrong);
    return { ...rest, feeKind, fixedFeeFen: null, feeSteps: steps };
  });

export type MandateInput = z.output<typeof mandateSchema>;

/** The broker's answer: acceptance with the declaration of interests, or a reason for declining. */
export const acceptSchema = z.object({
  conflict: z.enum(["NONE", "DISCLOSED"], "required"),
  conflictText: optional(500),
});

export const consentSchema = z.object({
  organisationId: z.uuid("not_found"),
  termsHash: z.string().length(64, "not_found"),
  agree: z.literal("on", "must_accept"),
});

export const reasonSchema = z.object({ note: need(500) });

const yuan = z.string("required").transform((text, context) => {
  const fen = parseYuan(text);
  if (fen === null) {
    context.addIssue({ code: "custom", message: "not_an_amount" });
    return z.NEVER;
  }
  return fen;
});

/** An amount proposed in a dispute, or agreed to; yuan. */
export const settlementSchema = z.object({ feeFen: yuan });

export const receiptSchema = z.object({ receivedOn: z.iso.date("not_a_date") });

/** Turnover on which a percentage fee is computed when the contract leaves it open (royalties). */
export const claimSchema = z.object({
  turnover: z
    .string()
    .optional()
    .transform((text, context) => {
      if (!text?.trim()) return null;
      const fen = parseYuan(text);
      if (fen !== null) return fen;
      context.addIssue({ code: "custom", message: "not_an_amount" });
      return z.NEVER;
    }),
});
