import type { AscendingRules } from "~/domain/trading/auction-rules-schema";
import type { RefusalReason } from "./auction-event";
import { minimumOf, type Run, refuseAmount, secretOf } from "./auction-run-rules";

/** Why a maximum cannot be kept: what could not be bid openly cannot be a maximum either. */
export function refuseProxy(run: Run<AscendingRules>, amountFen: string): RefusalReason | null {
  if (!run.rules.allowsProxies) return "no_proxies";
  const refusal = refuseAmount(run.rules, run.state, amountFen);
  return refusal === "not_multiple" || refusal === null ? refusal : "proxy_too_low";
}

/**
 * Bids for the maximums in force, as agents in the room would who answer each other step by step; only
 * the last word of each is recorded. The highest maximum wins one step above the next one, of equal
 * ones the earlier. An agent answers only what is above it: an open bid of the same amount stands.
 */
export function bidForProxies(run: Run<AscendingRules>): void {
  const { rules, state } = run;
  if (state.proxies.length === 0) return;
  const least = minimumOf(rules, state);
  const [first, second] = state.proxies
    .map((one) => ({ ...one, max: BigInt(secretOf(run, one.sequence).amountFen) }))
    .filter(({ max }) => max >= least)
    .sort((a, b) => (a.max === b.max ? a.sequence - b.sequence : a.max < b.max ? 1 : -1));
  const isUnchallenged = first?.bidder === state.best?.bidder && second === undefined;
  if (!first || isUnchallenged) return;
  const record = (bidder: number, amount: bigint) => {
    run.record({ kind: "BID", bidder, amountFen: amount.toString(), way: "AUTOMATIC" });
  };
  const above = second ? second.max + BigInt(rules.stepFen) : least;
  const price = above < first.max ? above : first.max;
  if (second && second.max < price) record(second.bidder, second.max);
  record(first.bidder, price);
}
