import { type AuctionMode, type AuctionRules, auctionRulesSchema } from "./auction-rules-schema";
import type { LotPlan } from "./lot-terms-schema";

/** Dated parameters of bidding on the day of the announcement. */
export type BiddingDefaults = {
  minimumHours: number;
  softCloseSeconds: number;
  extensionSeconds: number;
  cycleSeconds: number;
  jumpConfirmSteps: number;
  abnormalBp: number;
  refusedPerMinute: number;
  secretsPerBidder: number;
  preemptionSeconds: number;
  rounds: number;
  firstPauseSeconds: number;
  pauseSeconds: number;
  turnSeconds: number;
  dropSeconds: number;
  maxDrops: number;
  sealedSeconds: number;
  lastWordSeconds: number;
  answerSeconds: number;
  answerPauseSeconds: number;
};

type Priced = {
  mode: string;
  startPriceFen: bigint;
  stepFen: bigint;
  isTraining: boolean;
  reserve:
    | { kind: "NONE" }
    | { kind: "PUBLIC"; amountFen: bigint }
    | { kind: "SECRET"; commitment: string };
};

function modeRules(mode: AuctionMode, lot: Priced, plan: LotPlan, dated: BiddingDefaults) {
  switch (mode) {
    case "ASCENDING":
      return {
        mode,
        freeSeconds: (plan.freeHours ?? dated.minimumHours) * 3600,
        closing:
          plan.closing === "CYCLE"
            ? { kind: "CYCLE", cycleSeconds: dated.cycleSeconds }
            : {
                kind: "SOFT",
                softCloseSeconds: dated.softCloseSeconds,
                extensionSeconds: dated.extensionSeconds,
              },
        allowsProxies: plan.allowsProxies,
      };
    case "ROUNDS":
      return {
        mode,
        rounds: plan.rounds ?? dated.rounds,
        firstPauseSeconds: dated.firstPauseSeconds,
        pauseSeconds: dated.pauseSeconds,
        turnSeconds: dated.turnSeconds,
      };
    case "DESCENDING":
      return {
        mode,
        dropFen: plan.dropFen ?? (lot.startPriceFen / 100n || 1n).toString(),
        maxDrops: plan.maxDrops ?? dated.maxDrops,
        dropSeconds: dated.dropSeconds,
        sealedSeconds: dated.sealedSeconds,
        lastWordSeconds: dated.lastWordSeconds,
      };
    case "AGREE_OR_RAISE":
      return { mode, roundSeconds: dated.answerSeconds, pauseSeconds: dated.answerPauseSeconds };
  }
}

/**
 * The rules of bidding as they are announced and then frozen.
 * @throws ZodError when the figures do not make a run, such as a price that would fall below zero
 */
export function buildAuctionRules(
  lot: Priced,
  plan: LotPlan,
  dated: BiddingDefaults,
): AuctionRules {
  const reserve =
    lot.reserve.kind === "PUBLIC"
      ? { kind: "PUBLIC", amountFen: lot.reserve.amountFen.toString() }
      : lot.reserve;
  return auctionRulesSchema.parse({
    format: 1,
    startPriceFen: lot.startPriceFen.toString(),
    stepFen: lot.stepFen.toString(),
    reserve,
    preemptionSeconds: plan.hasPreemption ? dated.preemptionSeconds : null,
    jumpConfirmSteps: dated.jumpConfirmSteps,
    abnormalBp: dated.abnormalBp,
    refusedPerMinute: dated.refusedPerMinute,
    secretsPerBidder: dated.secretsPerBidder,
    timeFactor: lot.isTraining ? plan.timeFactor : 1,
    ...modeRules(lot.mode as AuctionMode, lot, plan, dated),
  });
}
