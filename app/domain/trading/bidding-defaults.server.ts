import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import type { BiddingDefaults } from "./auction-plan-rules";

const KEYS: Record<keyof BiddingDefaults, string> = {
  minimumHours: "market.bidding.minimum_hours",
  softCloseSeconds: "market.bidding.soft_close_seconds",
  extensionSeconds: "market.bidding.extension_seconds",
  cycleSeconds: "market.bidding.cycle_seconds",
  jumpConfirmSteps: "market.bidding.jump_confirm_steps",
  abnormalBp: "market.bidding.abnormal_bp",
  refusedPerMinute: "market.bidding.refused_per_minute",
  secretsPerBidder: "market.bidding.secrets_max",
  preemptionSeconds: "market.bidding.preemption_seconds",
  rounds: "market.bidding.rounds",
  firstPauseSeconds: "market.bidding.first_pause_seconds",
  pauseSeconds: "market.bidding.pause_seconds",
  turnSeconds: "market.bidding.turn_seconds",
  dropSeconds: "market.bidding.drop_seconds",
  maxDrops: "market.bidding.drops_max",
  sealedSeconds: "market.bidding.sealed_seconds",
  lastWordSeconds: "market.bidding.last_word_seconds",
  answerSeconds: "market.bidding.answer_seconds",
  answerPauseSeconds: "market.bidding.answer_pause_seconds",
};

/** The dated parameters of bidding that are in force at an instant. */
export async function getBiddingDefaults(db: DbOrTx, on: Date): Promise<BiddingDefaults> {
  const names = Object.keys(KEYS) as (keyof BiddingDefaults)[];
  const values: number[] = [];
  for (const name of names) values.push(await getPolicyNumber(db, KEYS[name], on));
  return Object.fromEntries(
    names.map((name, index) => [name, values[index] ?? 0]),
  ) as BiddingDefaults;
}
