import type {
  AscendingRules,
  AuctionMode,
  AuctionRules,
} from "~/domain/trading/auction-rules-schema";
import { extend } from "./ascending-rules";
import { minuteOf, preemptorsOf } from "./auction-apply-rules";
import type { Phase, RefusalReason } from "./auction-event";
import { type Mode, minimumOf, type Run, secretOf } from "./auction-run-rules";
import type { BidderRequest, BidRequest, Decision } from "./auction-state";
import { bidForProxies, refuseProxy } from "./proxy-rules";

/** Answers a request of a bidder at an instant up to which time has passed. */
export function decideBidder(run: Run, mode: Mode<AuctionRules>, request: BidderRequest): Decision {
  const { phase, status } = run.state;
  if (!phase) return refuse(run, request, "ended");
  if (!request.isQualified) return refuse(run, request, "not_qualified");
  if (status === "SUSPENDED") return refuse(run, request, "suspended");
  if (phase.name === "WAITING") return refuse(run, request, "not_open");
  if (isFullOfSecrets(run, request)) return refuse(run, request, "too_many_secrets");
  const refusal = refusalIn(phase, run, mode, request);
  if (refusal) return refuse(run, request, refusal);
  const kept = request.kind === "SET_PROXY" ? sameProxy(run, request) : null;
  if (kept) return { outcome: "ACCEPTED", sequence: kept.sequence };
  const isJump = request.kind === "BID" && isLargeJump(run, phase, request);
  if (isJump && !request.isConfirmed) return { outcome: "CONFIRM" };
  const sequence = run.state.sequence + 1;
  accept(phase, run, mode, request, isJump);
  return { outcome: "ACCEPTED", sequence };
}

/** Modes in which a bid may have to stay secret for a while; it then comes with its commitment. */
export const SECRET_MODES: readonly AuctionMode[] = ["ROUNDS", "DESCENDING"];

/**
 * Whether an amount that may be secret finds no room among those of its bidder. It does not look at the
 * commitment: a refusal for want of room records none, and the verifier has only the record.
 */
function isFullOfSecrets({ rules, state }: Run, { kind, bidder }: BidderRequest): boolean {
  const { mode, secretsPerBidder } = rules;
  const maySeal = kind === "SET_PROXY" || (kind === "BID" && SECRET_MODES.includes(mode));
  if (!maySeal || secretsPerBidder === undefined) return false;
  return state.unopened.filter((one) => one.bidder === bidder).length >= secretsPerBidder;
}

/** The maximum in force where it is the one asked for: nothing changes, and nothing is recorded. */
function sameProxy(run: Run, { bidder, amountFen }: { bidder: number; amountFen: string }) {
  const own = run.state.proxies.find((one) => one.bidder === bidder);
  return own && secretOf(run, own.sequence).amountFen === amountFen ? own : null;
}

function refusalIn(
  phase: Phase,
  run: Run,
  mode: Mode<AuctionRules>,
  request: BidderRequest,
): RefusalReason | null {
  const { bidder } = request;
  if (request.kind === "MATCH" || request.kind === "WAIVE") return refuseAnswer(run, phase, bidder);
  if (phase.name === "PREEMPTION") return "ended";
  switch (request.kind) {
    case "BID":
      return phase.name === "PAUSE" ? "paused" : mode.refuse(run, phase, request);
    case "SET_PROXY":
      return isAscending(run) ? refuseProxy(run, request.amountFen) : "no_proxies";
    case "DROP_PROXY":
      return run.state.proxies.some((one) => one.bidder === bidder) ? null : "no_proxy";
  }
}

function refuseAnswer({ state }: Run, phase: Phase, bidder: number): RefusalReason | null {
  if (phase.name !== "PREEMPTION") return "not_open";
  if (!preemptorsOf(state).some((one) => one.number === bidder)) return "no_right";
  return state.answers.some((one) => one.bidder === bidder) ? "answered" : null;
}

function accept(
  phase: Phase,
  run: Run,
  mode: Mode<AuctionRules>,
  request: BidderRequest,
  isJump: boolean,
): void {
  const { bidder } = request;
  switch (request.kind) {
    case "BID": {
      const before = BigInt(run.state.best?.amountFen ?? run.rules.startPriceFen);
      const of = run.state.sequence + 1;
      mode.accept(run, phase, request, isJump ? { isConfirmed: true } : {});
      const made = run.events.find((one) => one.sequence === of);
      if (made?.kind === "BID" && isAbnormal(run.rules, before, BigInt(made.amountFen))) {
        run.record({ kind: "FLAGGED", flag: "ABNORMAL_PRICE", bidder, of });
      }
      return;
    }
    case "SET_PROXY":
      run.keep(request);
      run.record({ kind: "PROXY_SET", bidder, commitment: request.commitment });
      if (!isAscending(run)) return;
      bidForProxies(run);
      if (run.events.at(-1)?.kind === "BID") extend(run, phase);
      return;
    case "DROP_PROXY":
      run.record({ kind: "PROXY_DROPPED", bidder });
      return;
    case "MATCH":
      run.record({ kind: "MATCHED", bidder });
      return;
    case "WAIVE":
      run.record({ kind: "WAIVED", bidder });
  }
}

function isAscending(run: Run): run is Run<AscendingRules> {
  return run.rules.mode === "ASCENDING";
}

/** More steps above what would do than go without a second question. */
function isLargeJump({ rules, state }: Run, phase: Phase, { amountFen }: BidRequest): boolean {
  if (rules.jumpConfirmSteps === null || phase.name === "FALLING") return false;
  const above = BigInt(amountFen) - minimumOf(rules, state);
  return above > BigInt(rules.jumpConfirmSteps) * BigInt(rules.stepFen);
}

/** Far above the price before it: for a person to look at, not a refusal. */
function isAbnormal({ abnormalBp }: AuctionRules, before: bigint, amount: bigint): boolean {
  return abnormalBp !== null && amount * 10_000n > before * BigInt(abnormalBp);
}

/**
 * Refuses and records it, unless the record is closed by the result or the bidder has been refused too
 * often in this minute.
 */
function refuse(run: Run, request: BidderRequest, reason: RefusalReason): Decision {
  const { kind, bidder } = request;
  if (run.state.result) return { outcome: "REFUSED", reason, sequence: null };
  const counted = run.state.refusals[bidder];
  const isFull =
    counted?.minute === minuteOf(run.atMicros) && counted.count >= run.rules.refusedPerMinute;
  if (isFull) return { outcome: "REFUSED", reason, sequence: null };
  const isFullOf = isFullOfSecrets(run, request);
  if ("amountFen" in request && request.commitment !== undefined && !isFullOf) run.keep(request);
  const amount = isFullOf ? {} : amountOf(request);
  run.record({ kind: "REFUSED", bidder, request: kind, reason, ...amount });
  return { outcome: "REFUSED", reason, sequence: run.state.sequence };
}

/** What may be secret is recorded by its commitment. */
function amountOf(request: BidderRequest): { commitment?: string; amountFen?: string } {
  if (!("amountFen" in request)) return {};
  const { commitment, amountFen } = request;
  return commitment === undefined ? { amountFen } : { commitment };
}
