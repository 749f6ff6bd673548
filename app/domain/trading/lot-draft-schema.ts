import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";
import { LICENCE_KINDS, SUB_KINDS } from "~/domain/shared/tech-contract";
import { AUCTION_MODES } from "./auction-rules-schema";
import { LOT_QUESTIONS, type LotQuestion } from "./lot-checks-schema";
import { isReserveSound } from "./lot-facts-rules";
import { FEE_PAYERS } from "./lot-fee-rules";

/** Steps of the wizard that are forms; files and preview stand beside them. */
export const LOT_FORM_STEPS = ["sale", "price", "rules", "checks"] as const;
export type LotFormStep = (typeof LOT_FORM_STEPS)[number];
export const LOT_STEPS = ["sale", "price", "rules", "checks", "files", "preview"] as const;

export const PRICE_BASES = ["EVALUATION", "INQUIRY", "COMPARABLES", "COST", "OTHER"] as const;
/** KEEP: the sealed reserve stays as it is; it is never shown again, not to the seller either. */
export const RESERVE_KINDS = ["NONE", "PUBLIC", "SECRET", "KEEP"] as const;

const text = (max: number) =>
  z.string().trim().max(max, errorCode("too_long", { max })).default("");

const amount = z
  .string("not_an_amount")
  .optional()
  .transform((typed, context) => {
    if (typed === undefined || typed.trim() === "") return null;
    const fen = parseYuan(typed);
    if (fen !== null && fen < 10n ** 15n) return fen;
    context.addIssue({ code: "custom", message: "not_an_amount" });
    return z.NEVER;
  });

/** A whole number typed by a person; empty is null. */
const whole = (min: number, max: number) =>
  z
    .string("not_a_number")
    .optional()
    .transform((typed, context) => {
      const clean = (typed ?? "").normalize("NFKC").trim();
      if (clean === "") return null;
      const value = Number(clean);
      if (/^\d{1,6}$/.test(clean) && value >= min && value <= max) return value;
      context.addIssue({ code: "custom", message: errorCode("out_of_range", { min, max }) });
      return z.NEVER;
    });

const choice = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, "not_a_choice");
const isOn = z
  .string()
  .optional()
  .transform((value) => value === "on");
const ids = z
  .union([z.array(z.uuid("not_a_choice")), z.uuid("not_a_choice").transform((one) => [one])])
  .default([]);

export const lotSaleFormSchema = z.object({
  achievementIds: ids,
  title: text(120),
  description: text(4000),
  defects: text(2000),
  categoryCode: z.union([z.literal(""), choice(SUB_KINDS)]).default(""),
  licenceKind: choice(LICENCE_KINDS).nullish().default(null),
  licenceYears: whole(1, 50),
  territory: text(200),
  fieldOfUse: text(200),
  training: text(500),
  delivery: text(500),
  payment: text(500),
  other: text(1000),
});

/** Percent with at most two decimals as basis points. */
const percent = z
  .string("not_a_number")
  .optional()
  .transform((typed, context) => {
    const clean = (typed ?? "").normalize("NFKC").replace("%", "").trim();
    if (clean === "") return 0;
    const value = Math.round(Number(clean) * 100);
    if (/^\d{1,2}(\.\d{1,2})?$/.test(clean) && value <= 2000) return value;
    context.addIssue({ code: "custom", message: errorCode("out_of_range", { min: 0, max: 20 }) });
    return z.NEVER;
  });

export const lotPriceFormSchema = z
  .object({
    mode: choice(AUCTION_MODES),
    startPrice: amount,
    step: amount,
    deposit: amount,
    reserveKind: choice(RESERVE_KINDS),
    reserve: amount,
    priceBasis: z.union([z.literal(""), choice(PRICE_BASES)]).default(""),
    priceBasisNote: text(1000),
    feePayer: choice(FEE_PAYERS).default("NONE"),
    feePercent: percent,
  })
  .superRefine((form, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", message, path: [field] });
    const { startPrice, step, reserve } = form;
    if (startPrice === 0n) refuse("startPrice", "not_an_amount");
    if (step === 0n || (step && startPrice && step > startPrice)) {
      refuse("step", "lot_step_unsound");
    }
    if (form.reserveKind !== "PUBLIC" && form.reserveKind !== "SECRET") return;
    if (reserve === null || reserve <= 0n) refuse("reserve", "not_an_amount");
    else if (startPrice && !isReserveSound(form.mode, startPrice, reserve)) {
      refuse("reserve", "lot_reserve_unsound");
    }
  });

export const lotRulesFormSchema = z.object({
  qualification: text(2000),
  isRelatedAllowed: isOn,
  hasPreemption: isOn,
  preemptionNote: text(500),
  announcementWorkdays: whole(1, 120),
  biddingAfterWorkdays: whole(1, 30),
  biddingTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not_a_time")
    .optional(),
  freeHours: whole(1, 720),
  closing: choice(["SOFT", "CYCLE"]).default("SOFT"),
  allowsProxies: isOn,
  rounds: whole(1, 10),
  drop: amount,
  maxDrops: whole(1, 500),
  extensionsMax: whole(0, 20),
  extensionWorkdays: whole(1, 60),
  isTraining: isOn,
  timeFactor: whole(1, 1440),
  announcementMinutes: whole(1, 14_400),
  biddingAfterMinutes: whole(1, 1440),
  isAuction: isOn,
  auctionHouse: text(120),
  auctionLicence: text(60),
  auctioneer: text(60),
});

const answerOf = <Q extends LotQuestion>(question: Q) =>
  z.enum(LOT_QUESTIONS[question], "required");

export const lotChecksFormSchema = z.object({
  coOwners: answerOf("coOwners"),
  licences: answerOf("licences"),
  pledge: answerOf("pledge"),
  annuities: answerOf("annuities"),
  dispute: answerOf("dispute"),
  openLicence: answerOf("openLicence"),
  ownPractice: answerOf("ownPractice"),
  completers: answerOf("completers"),
  abroad: answerOf("abroad"),
  stateSecret: answerOf("stateSecret"),
  note: text(2000),
});

export type LotStepForm =
  | { step: "sale"; form: z.output<typeof lotSaleFormSchema> }
  | { step: "price"; form: z.output<typeof lotPriceFormSchema> }
  | { step: "rules"; form: z.output<typeof lotRulesFormSchema> }
  | { step: "checks"; form: z.output<typeof lotChecksFormSchema> };
