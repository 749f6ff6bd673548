import { z } from "zod";

/** Amounts in rules and events are texts of fen: JSON has no bigint, and every reader can compare texts. */
const fen = z.string().regex(/^[1-9]\d{0,14}$/, "bad_amount");
const seconds = (max = 31 * 86_400) => z.int("bad_number").min(1, "bad_number").max(max, "too_big");
const count = (max: number) => z.int("bad_number").min(1, "bad_number").max(max, "too_big");
export const AUCTION_MODES = ["ASCENDING", "ROUNDS", "DESCENDING", "AGREE_OR_RAISE"] as const;
export type AuctionMode = (typeof AUCTION_MODES)[number];

const common = {
  format: z.literal(1),
  startPriceFen: fen,
  /** Every bid stands whole steps above the start price, and at least one above the best bid. */
  stepFen: fen,
  /** Secret: only the sha256 of `reserveCommitmentText` is announced, the amount is opened at the end. */
  reserve: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("NONE") }),
    z.object({ kind: z.literal("PUBLIC"), amountFen: fen }),
    z.object({ kind: z.literal("SECRET"), commitment: z.string().regex(/^[0-9a-f]{64}$/) }),
  ]),
  /** Time after the end in which holders of a pre-emptive right may match the price; null: no such right. */
  preemptionSeconds: seconds().nullable(),
  /** A bid more than so many steps above what would do must be confirmed; null: never. */
  jumpConfirmSteps: count(10_000).nullable(),
  /** A bid above this share of the best price before it (10000 = the same) is flagged; null: never. */
  abnormalBp: z.int().min(10_001).max(10_000_000).nullable(),
  /** Refused bids of one bidder that are recorded in one minute; further ones are counted. */
  refusedPerMinute: count(600),
  /**
   * Amounts of one bidder that may lie sealed at a time, maximums and secret bids together, replaced and
   * refused ones too; left out: no limit. The end opens them all, so their number must be bounded.
   */
  secretsPerBidder: count(10_000).optional(),
  /** 1; up to 1440 in training: every period is divided by it. */
  timeFactor: count(1440),
};

/** 自由竞价 for `freeSeconds`, then until nobody bids for a while. */
export const ascendingRulesSchema = z.object({
  ...common,
  mode: z.literal("ASCENDING"),
  freeSeconds: seconds(),
  closing: z.discriminatedUnion("kind", [
    /** 限时竞价: cycles that begin anew with every bid; one without a bid is the end. */
    z.object({ kind: z.literal("CYCLE"), cycleSeconds: seconds(86_400) }),
    /** 延时: a bid in the last `softCloseSeconds` moves the end to `extensionSeconds` after it. */
    z.object({
      kind: z.literal("SOFT"),
      softCloseSeconds: seconds(86_400),
      extensionSeconds: seconds(86_400),
    }),
  ]),
  allowsProxies: z.boolean(),
});

/** Turns one after another, the worst first and the best last; bids are secret until the turn ends. */
export const roundsRulesSchema = z.object({
  ...common,
  mode: z.literal("ROUNDS"),
  rounds: count(20),
  firstPauseSeconds: seconds(86_400),
  pauseSeconds: seconds(86_400),
  turnSeconds: seconds(86_400),
});

/** The price falls by `dropFen` until somebody takes it; then sealed bids; then the taker's last word. */
export const descendingRulesSchema = z.object({
  ...common,
  mode: z.literal("DESCENDING"),
  dropFen: fen,
  maxDrops: count(500),
  dropSeconds: seconds(86_400),
  sealedSeconds: seconds(),
  lastWordSeconds: seconds(),
});

/** A price is asked; who agrees or raises holds it, and one step more is asked. */
export const agreeOrRaiseRulesSchema = z.object({
  ...common,
  mode: z.literal("AGREE_OR_RAISE"),
  roundSeconds: seconds(86_400),
  pauseSeconds: seconds(86_400),
});

/** Everything about a run of bidding that is announced and then cannot change. */
export const auctionRulesSchema = z
  .discriminatedUnion("mode", [
    ascendingRulesSchema,
    roundsRulesSchema,
    descendingRulesSchema,
    agreeOrRaiseRulesSchema,
  ])
  .superRefine((rules, context) => {
    const isTooLow =
      rules.mode === "DESCENDING" &&
      BigInt(rules.startPriceFen) <= BigInt(rules.dropFen) * BigInt(rules.maxDrops);
    if (isTooLow) context.addIssue({ code: "custom", message: "too_big", path: ["maxDrops"] });
  });

export type AuctionRules = z.output<typeof auctionRulesSchema>;
export type AscendingRules = z.output<typeof ascendingRulesSchema>;
export type RoundsRules = z.output<typeof roundsRulesSchema>;
export type DescendingRules = z.output<typeof descendingRulesSchema>;
export type AgreeOrRaiseRules = z.output<typeof agreeOrRaiseRulesSchema>;
