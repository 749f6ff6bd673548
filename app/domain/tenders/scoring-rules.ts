import type { TenderCriterion, TenderRules } from "./tender-schema";
import { WHOLE_BP } from "./tender-schema";

/** Points are integers: millionths of a point. A bid can have 100 points. */
export const MILLION = 1_000_000n;
/** One basis point of weight is a hundredth of a point. */
const MILLIONTHS_PER_BP = 10_000n;

export type BidToScore = {
  id: string;
  priceFen: bigint;
  durationDays: number;
  /** Milliseconds; decides what price and quality leave undecided. */
  submittedAt: number;
  /** Scores in hundredths by criterion, one for each member. */
  scores: Readonly<Record<string, readonly number[]>>;
};

export type ScoredBid = {
  id: string;
  /** By criterion, in millionths. */
  points: Record<string, bigint>;
  total: bigint;
  rank: number;
  /** The total stands more than once; the tie rule made the order. */
  isTied: boolean;
};

type Fraction = { over: bigint; under: bigint };
const NONE: Fraction = { over: 0n, under: 1n };

/** Half up; neither side is negative. */
export function roundedQuotient(over: bigint, under: bigint): bigint {
  return (2n * over + under) / (2n * under);
}

/** Least first. */
function least(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (b < a ? b : a));
}

/** Share of the price points by the announced formula, 0 to 1. */
export function priceShare(
  price: bigint,
  prices: readonly bigint[],
  rules: Pick<TenderRules, "priceFormula" | "aboveBp" | "belowBp">,
): Fraction {
  if (rules.priceFormula === "LOWEST") return { over: least(prices), under: price };
  const sum = prices.reduce((a, b) => a + b, 0n);
  const away = price * BigInt(prices.length) - sum;
  const slope = BigInt(away > 0n ? rules.aboveBp : rules.belowBp);
  // A percent of the mean costs `slope` basis points: 100 percents and 10,000 basis points.
  const under = sum * BigInt(WHOLE_BP);
  const over = under - slope * 100n * (away < 0n ? -away : away);
  return over > 0n ? { over, under } : NONE;
}

/** Sum and number of the scores that count. */
function counted(scores: readonly number[], dropsExtremes: boolean): Fraction {
  const sorted = [...scores].sort((a, b) => a - b);
  const kept = dropsExtremes && sorted.length > 2 ? sorted.slice(1, -1) : sorted;
  if (kept.length === 0) return NONE;
  return { over: BigInt(kept.reduce((a, b) => a + b, 0)), under: BigInt(kept.length) };
}

function shareOf(
  bid: BidToScore,
  bids: readonly BidToScore[],
  criterion: TenderCriterion,
  rules: TenderRules,
): Fraction {
  if (criterion.kind === "PRICE") {
    const prices = bids.map((one) => one.priceFen);
    return priceShare(bid.priceFen, prices, rules);
  }
  if (criterion.kind === "DURATION") {
    const shortest = Math.min(...bids.map((one) => one.durationDays));
    return { over: BigInt(shortest), under: BigInt(bid.durationDays) };
  }
  const meanOf = (one: BidToScore) => counted(one.scores[criterion.id] ?? [], rules.dropsExtremes);
  const mean = meanOf(bid);
  if (rules.qualityBasis === "MAXIMUM") {
    return { over: mean.over, under: mean.under * BigInt(criterion.maximum * 100) };
  }
  const best = bids.map(meanOf).reduce((a, b) => (b.over * a.under > a.over * b.under ? b : a));
  if (best.over === 0n) return NONE;
  return { over: mean.over * best.under, under: mean.under * best.over };
}

/**
 * Points and ranks of the bids that take part, in the order of their ranks. Everything is computed in
 * integers; a criterion's points are rounded once, half up, to a millionth.
 */
export function scoreBids(
  bids: readonly BidToScore[],
  criteria: readonly TenderCriterion[],
  rules: TenderRules,
): ScoredBid[] {
  const quality = criteria.filter((one) => one.kind === "SCORE").map((one) => one.id);
  const scored = bids.map((bid) => {
    const points: Record<string, bigint> = {};
    for (const criterion of criteria) {
      const { over, under } = shareOf(bid, bids, criterion, rules);
      const weight = BigInt(criterion.weightBp) * MILLIONTHS_PER_BP;
      points[criterion.id] = roundedQuotient(weight * over, under);
    }
    const sum = (ids: readonly string[]) => ids.reduce((all, id) => all + (points[id] ?? 0n), 0n);
    return { bid, points, total: sum(criteria.map((one) => one.id)), quality: sum(quality) };
  });
  type Scored = (typeof scored)[number];
  const compare = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);
  const byPrice = (a: Scored, b: Scored) => compare(a.bid.priceFen, b.bid.priceFen);
  const byQuality = (a: Scored, b: Scored) => compare(b.quality, a.quality);
  const [first, second] =
    rules.tieRule === "PRICE_FIRST" ? [byPrice, byQuality] : [byQuality, byPrice];
  scored.sort(
    (a, b) =>
      compare(b.total, a.total) ||
      first(a, b) ||
      second(a, b) ||
      a.bid.submittedAt - b.bid.submittedAt ||
      (a.bid.id < b.bid.id ? -1 : 1),
  );
  return scored.map(({ bid, points, total }, at) => ({
    id: bid.id,
    points,
    total,
    rank: at + 1,
    isTied: scored.some((other) => other.bid !== bid && other.total === total),
  }));
}

/** Bids whose price is so far below the mean that the bidder is asked to explain it. */
export function abnormallyLow(
  bids: readonly { id: string; priceFen: bigint }[],
  abnormalBp: number,
): string[] {
  const sum = bids.reduce((all, one) => all + one.priceFen, 0n);
  return bids
    .filter(
      (one) => one.priceFen * BigInt(bids.length) * BigInt(WHOLE_BP) < BigInt(abnormalBp) * sum,
    )
    .map((one) => one.id);
}

/** Millionths as people read them: at most six decimals, at least two. */
export function pointsText(millionths: bigint): string {
  const whole = millionths / MILLION;
  const rest = (millionths % MILLION)
    .toString()
    .padStart(6, "0")
    .replace(/0{1,4}$/, "");
  return `${whole}.${rest}`;
}

export type CommitteeProblem = "TOO_FEW" | "EVEN" | "EXPERTS";

/** Why a committee cannot decide: too small, an even number, too few experts. */
export function committeeProblems(
  kinds: readonly string[],
  rules: Pick<TenderRules, "committeeMinimum" | "expertShareBp">,
): CommitteeProblem[] {
  const experts = kinds.filter((kind) => kind === "EXPERT").length;
  const problems: CommitteeProblem[] = [];
  if (kinds.length < rules.committeeMinimum) problems.push("TOO_FEW");
  if (kinds.length % 2 === 0) problems.push("EVEN");
  // The share is rounded to a basis point: two thirds of nine must pass as 6,667.
  if (experts * WHOLE_BP < (rules.expertShareBp - 1) * kinds.length) problems.push("EXPERTS");
  return problems;
}
