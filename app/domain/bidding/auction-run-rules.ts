import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import { applyEvent } from "./auction-apply-rules";
import type { AuctionEvent, AuctionEventContent, Phase, RefusalReason } from "./auction-event";
import type {
  AuctionState,
  BidderRequest,
  BidRequest,
  Hidden,
  KeptSecret,
  SecretAmount,
} from "./auction-state";

/** One stretch of an auction at one instant: what was recorded in it, and the state that followed. */
export type Run<R extends AuctionRules = AuctionRules> = {
  readonly rules: R;
  readonly hidden: Hidden;
  readonly atMicros: number;
  readonly state: AuctionState;
  readonly events: readonly AuctionEvent[];
  /** Amounts that became secret in this stretch. */
  readonly kept: readonly KeptSecret[];
  /** Remembers the amount behind the event that is recorded next. */
  keep(request: SecretRequest): void;
  record(content: AuctionEventContent): void;
};

export type SecretRequest = Extract<BidderRequest, { kind: "BID" | "SET_PROXY" }>;

/** Marks a bid whose jump was asked about. */
export type Confirmed = { isConfirmed?: true };

/** How a mode differs from the others. */
export type Mode<R extends AuctionRules> = {
  /** The first phase after the announced start. */
  open(rules: R, state: AuctionState, startsAtMicros: number): Phase;
  /** What follows the phase that has run out; null: no more bids. May record what it opens. */
  next(run: Run<R>, phase: Phase): Phase | null;
  /** Why a bid cannot be taken in this phase. Not asked in WAITING, PAUSE and PREEMPTION. */
  refuse(run: Run<R>, phase: Phase, bid: BidRequest): RefusalReason | null;
  /** Records a bid that was not refused. */
  accept(run: Run<R>, phase: Phase, bid: BidRequest, confirmed: Confirmed): void;
};

export function startRun<R extends AuctionRules>(
  rules: R,
  before: AuctionState,
  hidden: Hidden,
  atMicros: number,
): Run<R> {
  const events: AuctionEvent[] = [];
  const kept: KeptSecret[] = [];
  let state = before;
  return {
    rules,
    hidden,
    atMicros,
    events,
    kept,
    get state() {
      return state;
    },
    keep({ bidder, amountFen, commitment = "", nonce = "" }) {
      kept.push({ sequence: state.sequence + 1, bidder, amountFen, commitment, nonce });
    },
    record(content) {
      const event = { sequence: state.sequence + 1, atMicros, ...content };
      events.push(event);
      state = applyEvent(state, event);
    },
  };
}

/** A period of the rules in microseconds of this run. */
export function micros(rules: AuctionRules, seconds: number): number {
  return Math.floor((seconds * 1_000_000) / rules.timeFactor);
}

/** A phase that begins where another ended, however late that was noticed. */
export function phase(
  rules: AuctionRules,
  startsAtMicros: number,
  seconds: number,
  rest: Pick<Phase, "name" | "round" | "bidder" | "waiting" | "priceFen">,
): Phase {
  return { ...rest, startsAtMicros, endsAtMicros: startsAtMicros + micros(rules, seconds) };
}

/** The least amount that would be the best bid. */
export function minimumOf(rules: AuctionRules, state: AuctionState): bigint {
  return state.best
    ? BigInt(state.best.amountFen) + BigInt(rules.stepFen)
    : BigInt(rules.startPriceFen);
}

/** Whole steps above the best bid, or from the start price on. */
export function refuseAmount(
  rules: AuctionRules,
  state: AuctionState,
  amountFen: string,
): RefusalReason | null {
  const amount = BigInt(amountFen);
  const minimum = minimumOf(rules, state);
  if (!state.best && amount < minimum) return "below_start";
  if (state.best && amount <= BigInt(state.best.amountFen)) return "not_above_best";
  return (amount - minimum) % BigInt(rules.stepFen) === 0n ? null : "not_multiple";
}

/** The amount behind a commitment. @throws Error when it is not known: then nothing may be decided */
export function secretOf({ hidden, kept }: Run, sequence: number): SecretAmount {
  const secret = kept.find((one) => one.sequence === sequence) ?? hidden.secrets[sequence];
  if (!secret) throw new Error(`the amount behind event ${sequence} is not known`);
  return secret;
}

/** Records a bid by its commitment only. */
export function recordSealed(run: Run, bid: BidRequest): void {
  const { bidder, commitment } = bid;
  if (!commitment) throw new Error("a secret bid comes with its commitment");
  run.keep(bid);
  run.record({ kind: "SEALED", bidder, commitment });
}

/** Opens the sealed bids and makes the highest, among equals the earliest, the best bid. */
export function openSealed(run: Run): void {
  const opened = run.state.sealed.map((one) => ({ ...one, ...secretOf(run, one.sequence) }));
  opened.sort((a, b) => a.sequence - b.sequence);
  for (const { sequence: of, bidder, amountFen, nonce } of opened) {
    run.record({ kind: "OPENED", of, bidder, amountFen, nonce });
  }
  const [first, ...rest] = opened;
  if (!first) return;
  const best = rest.reduce((a, b) => (BigInt(b.amountFen) > BigInt(a.amountFen) ? b : a), first);
  run.record({ kind: "BID", bidder: best.bidder, amountFen: best.amountFen, way: "SEALED" });
}
