import { type Finding, finding } from "./flag-rules";

/** An accepted open bid with the end that was announced when it came. */
export type WatchedBid = {
  sequence: number;
  organisationId: string;
  amountFen: bigint;
  /** Time left to the announced end; null where a mode has no such end. */
  leftMs: number | null;
};

export type WatchedRun = {
  auctionId: string;
  startPriceFen: bigint;
  stepFen: bigint;
  bids: readonly WatchedBid[];
};

const rowsOf = (run: WatchedRun, bids: readonly WatchedBid[]) =>
  bids.map((bid) => ({
    table: "AuctionEvent",
    id: `${run.auctionId}/${bid.sequence}`,
    text: `#${bid.sequence} ${bid.amountFen}`,
  }));

/**
 * Two that bid in the very last seconds again and again over the runs in which they met, the run in
 * question among them. Once or twice is what a soft close is made for.
 */
export function findLastSecondPairs(
  runs: readonly WatchedRun[],
  limits: { seconds: number; repeats: number },
): Finding[] {
  const [current] = runs;
  if (!current) return [];
  const late = (run: WatchedRun, id: string) =>
    run.bids.filter(
      (bid) =>
        bid.organisationId === id && bid.leftMs !== null && bid.leftMs <= limits.seconds * 1000,
    );
  const ids = [...new Set(current.bids.map((bid) => bid.organisationId))]
    .filter((id) => late(current, id).length > 0)
    .sort();
  return ids.flatMap((one, at) =>
    ids.slice(at + 1).flatMap((other) => {
      const met = runs.filter((run) =>
        [one, other].every((id) => run.bids.some((bid) => bid.organisationId === id)),
      );
      const ones = met.flatMap((run) => rowsOf(run, late(run, one)));
      const others = met.flatMap((run) => rowsOf(run, late(run, other)));
      if (Math.min(ones.length, others.length) < limits.repeats) return [];
      return finding(
        "LAST_SECOND",
        "lastSecondPair",
        [one, other],
        { count: ones.length + others.length, runs: met.length, seconds: limits.seconds },
        [...ones, ...others],
      );
    }),
  );
}

/** A bid that leaps over the best one by more than the dated share of it. */
export function findPriceJumps(run: WatchedRun, abnormalBp: number): Finding[] {
  let best: bigint | null = null;
  const jumps: WatchedBid[] = [];
  for (const bid of run.bids) {
    const before: bigint = best ?? run.startPriceFen;
    if (bid.amountFen * 10_000n > before * BigInt(abnormalBp)) jumps.push(bid);
    best = bid.amountFen;
  }
  return jumps.map((bid) =>
    finding(
      "ABNORMAL_PRICE",
      "priceJump",
      [bid.organisationId],
      { percent: abnormalBp / 100 },
      rowsOf(run, [bid]),
    ),
  );
}

/** A tender price far below the middle one of at least three. */
export function findLowPrices(
  bids: readonly { id: string; organisationId: string; priceFen: bigint }[],
  lowBp: number,
): Finding[] {
  if (bids.length < 3) return [];
  const sorted = bids.map((bid) => bid.priceFen).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0n;
  return bids
    .filter((bid) => bid.priceFen * 10_000n < middle * BigInt(lowBp))
    .map((bid) =>
      finding(
        "ABNORMAL_PRICE",
        "lowPrice",
        [bid.organisationId],
        { percent: lowBp / 100, middleFen: middle.toString() },
        [{ table: "TenderBid", id: bid.id, text: bid.priceFen.toString() }],
      ),
    );
}

/**
 * Two bidders who outbid each other by exactly one step for a long while and nobody else bids. Two who
 * both want the thing do this too: the flag says where to look, not what it was.
 */
export function findSingleStepPairs(run: WatchedRun, minimum: number): Finding[] {
  const longest = new Map<string, WatchedBid[]>();
  let current: WatchedBid[] = [];
  const keep = () => {
    const ids = [...new Set(current.map((bid) => bid.organisationId))].sort();
    if (ids.length !== 2 || current.length < minimum) return;
    const known = longest.get(ids.join());
    if (!known || known.length < current.length) longest.set(ids.join(), current);
  };
  for (const bid of run.bids) {
    const last = current.at(-1);
    const secondLast = current.at(-2);
    const continues =
      last !== undefined &&
      bid.amountFen - last.amountFen === run.stepFen &&
      bid.organisationId !== last.organisationId &&
      (secondLast === undefined || secondLast.organisationId === bid.organisationId);
    if (continues) {
      current = [...current, bid];
      continue;
    }
    keep();
    const pairBegins =
      last !== undefined &&
      bid.organisationId !== last.organisationId &&
      bid.amountFen - last.amountFen === run.stepFen;
    current = pairBegins ? [last, bid] : [bid];
  }
  keep();
  return [...longest.entries()].map(([key, bids]) =>
    finding(
      "SINGLE_STEP_PAIR",
      "singleSteps",
      key.split(","),
      { count: bids.length },
      rowsOf(run, bids),
    ),
  );
}
