import { z } from "zod";
import { errorCode } from "~/domain/shared/error-code";
import { parseYuan } from "~/domain/shared/money";
import { AUCTION_MODES } from "~/domain/trading/auction-rules-schema";

export const VALUATIONS = ["LOGNORMAL", "UNIFORM"] as const;
export const MAX_SIMULATED_BIDDERS = 30;

const yuan = z
  .string("required")
  .trim()
  .min(1, "required")
  .transform((text, context) => {
    const fen = parseYuan(text);
    if (fen === null || fen > 10n ** 14n) {
      context.addIssue({ code: "custom", message: "not_an_amount" });
      return z.NEVER;
    }
    return fen;
  });
const whole = (min: number, max: number) =>
  z
    .string("required")
    .trim()
    .regex(/^\d{1,10}$/, "not_a_number")
    .transform(Number)
    .refine(
      (value) => value >= min && value <= max,
      errorCode("out_of_range", { min: String(min), max: String(max) }),
    );
const percent = whole(0, 100);

/** What the sandbox is asked; texts of a GET form in, numbers out. */
export const simulationSchema = z
  .object({
    mode: z.enum(AUCTION_MODES, "not_a_choice"),
    startPrice: yuan.refine((fen) => fen > 0n, "not_an_amount"),
    step: yuan.refine((fen) => fen > 0n, "not_an_amount"),
    deposit: yuan,
    reserve: z
      .string()
      .optional()
      .transform((text) => text ?? "")
      .pipe(z.union([z.literal("").transform(() => null), yuan])),
    bidders: whole(1, MAX_SIMULATED_BIDDERS),
    valuation: z.enum(VALUATIONS, "not_a_choice"),
    /** Middle of what the lot is worth to bidders, in percent of the start price. */
    worth: whole(10, 1_000),
    /** How far they differ, in percent of the middle. */
    spread: whole(0, 200),
    snipers: percent,
    proxies: percent,
    seed: whole(0, 2_147_483_647),
  })
  .refine((one) => one.snipers + one.proxies <= 100, {
    message: "simulation_shares",
    path: ["proxies"],
  })
  .refine((one) => one.step <= one.startPrice, { message: "simulation_step", path: ["step"] })
  .refine((one) => one.deposit <= one.startPrice, {
    message: "simulation_deposit",
    path: ["deposit"],
  });

export type Simulation = z.output<typeof simulationSchema>;

/** What the form shows before anything was asked. */
export const SIMULATION_EXAMPLE = {
  mode: "ASCENDING",
  startPrice: "2000000",
  step: "20000",
  deposit: "200000",
  reserve: "",
  bidders: "6",
  valuation: "LOGNORMAL",
  worth: "115",
  spread: "25",
  snipers: "30",
  proxies: "20",
  seed: "2026",
} as const satisfies Record<keyof Simulation, string>;
