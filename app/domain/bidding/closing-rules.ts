import { preemptorsOf } from "./auction-apply-rules";
import type { AuctionResult } from "./auction-event";
import { phase, type Run, secretOf } from "./auction-run-rules";

/** The end of bidding: the reserve is opened, then the result follows, or the time of pre-emptive rights. */
export function close(run: Run, dueAtMicros: number): void {
  run.record({ kind: "CLOSED", dueAtMicros });
  const reserve = openReserve(run);
  const { best } = run.state;
  if (!best) conclude(run, { outcome: "FAILED", reason: "no_bid" });
  else if (BigInt(best.amountFen) < reserve) {
    conclude(run, { outcome: "FAILED", reason: "below_reserve" });
  } else if (run.rules.preemptionSeconds !== null && preemptorsOf(run.state).length > 0) {
    const rest = { name: "PREEMPTION", priceFen: best.amountFen } as const;
    const next = phase(run.rules, dueAtMicros, run.rules.preemptionSeconds, rest);
    run.record({ kind: "PHASE", dueAtMicros, phase: next });
  } else {
    const { bidder, amountFen } = best;
    conclude(run, { outcome: "WON", bidder, amountFen, isPreemptive: false });
  }
}

/** Who matched and has the first rank, then who was first, takes the price; else the best bidder. */
export function closePreemption(run: Run): void {
  const { best, answers } = run.state;
  if (!best) throw new Error("nothing to match without a bid");
  const { amountFen } = best;
  const rankOf = new Map(run.state.bidders.map((one) => [one.number, one.preemptiveRank ?? 0]));
  const [match] = answers
    .filter((one) => one.isMatch)
    .sort((a, b) => (rankOf.get(a.bidder) ?? 0) - (rankOf.get(b.bidder) ?? 0));
  const bidder = match?.bidder ?? best.bidder;
  conclude(run, { outcome: "WON", bidder, amountFen, isPreemptive: match !== undefined });
}

/** Opens every amount that was only committed to, so that what the engine did with it can be checked. */
export function openCommitments(run: Run): void {
  for (const { sequence: of, bidder } of run.state.unopened) {
    const { amountFen, nonce } = secretOf(run, of);
    run.record({ kind: "OPENED", of, bidder, amountFen, nonce });
  }
}

/** @returns the reserve, 0 where there is none */
function openReserve({ rules, hidden, record }: Run): bigint {
  switch (rules.reserve.kind) {
    case "NONE":
      return 0n;
    case "PUBLIC":
      return BigInt(rules.reserve.amountFen);
    case "SECRET": {
      if (!hidden.reserve) throw new Error("the reserve is not known");
      record({ kind: "RESERVE_OPENED", ...hidden.reserve });
      return BigInt(hidden.reserve.amountFen);
    }
  }
}

/** Nothing stays secret after the result, and nothing is recorded after it. */
function conclude(run: Run, result: AuctionResult): void {
  openCommitments(run);
  const { names, unrecorded } = run.hidden;
  run.record({ kind: "NAMED", bidders: names, unrecorded });
  run.record({ kind: "RESULT", result });
}
