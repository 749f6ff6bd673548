import type { FitAspect, FitPart, FitVerdict, MatchListing } from "./types";

/** Weights sum to 1. An unknown aspect counts .5: it moves the fit in neither direction. */
const WEIGHTS: Readonly<Record<FitAspect, number>> = {
  field: 0.25,
  industry: 0.1,
  readiness: 0.2,
  mode: 0.15,
  region: 0.1,
  price: 0.15,
  freshness: 0.05,
};

const DAY_MS = 86_400_000;

/** Business fit of a pair, apart from what the texts say. `now` in milliseconds since 1970. */
export function fitParts(need: MatchListing, achievement: MatchListing, now: number): FitPart[] {
  return [
    codes("field", need.fieldCodes, achievement.fieldCodes),
    codes("industry", need.industryCodes, achievement.industryCodes),
    readiness(need, achievement),
    modes(need, achievement),
    region(need, achievement),
    price(need, achievement),
    freshness(need, achievement, now),
  ];
}

/** Weighted sum of the parts, 0 to 1; .5 when nothing is known. */
export function fitScore(parts: readonly FitPart[]): number {
  return parts.reduce((sum, part) => sum + WEIGHTS[part.aspect] * (part.score ?? 0.5), 0);
}

function part(
  aspect: FitAspect,
  verdict: FitVerdict,
  score: number | null,
  detail: FitPart["detail"] = {},
): FitPart {
  return { aspect, verdict, score, detail };
}

/** Codes with ancestors: all of the shorter side shared means the same branch, some a common ancestor. */
function codes(
  aspect: "field" | "industry",
  need: readonly string[],
  achievement: readonly string[],
): FitPart {
  if (need.length === 0 || achievement.length === 0) return part(aspect, "unknown", null);
  const shared = need.filter((code) => achievement.includes(code));
  const share = shared.length / Math.min(need.length, achievement.length);
  const detail = { shared };
  if (share >= 0.99) return part(aspect, "agrees", 1, detail);
  return shared.length > 0 ? part(aspect, "partly", 0.6, detail) : part(aspect, "disagrees", 0);
}

/** Levels missing to what the need asks for: none 1, one .6, two .3, more 0. */
function readiness(need: MatchListing, achievement: MatchListing): FitPart {
  if (need.trl === null || achievement.trl === null) return part("readiness", "unknown", null);
  const missing = Math.max(0, need.trl - achievement.trl);
  const detail = { wanted: need.trl, reached: achievement.trl };
  if (missing === 0) return part("readiness", "agrees", 1, detail);
  if (missing > 2) return part("readiness", "disagrees", 0, detail);
  return part("readiness", "partly", missing === 1 ? 0.6 : 0.3, detail);
}

function modes(need: MatchListing, achievement: MatchListing): FitPart {
  if (need.modes.length === 0 || achievement.modes.length === 0) {
    return part("mode", "unknown", null);
  }
  const shared = need.modes.filter((mode) => achievement.modes.includes(mode));
  return shared.length > 0
    ? part("mode", "agrees", 1, { shared })
    : part("mode", "disagrees", 0, { wanted: need.modes, offered: achievement.modes });
}

/** Distance makes co-operation harder, not impossible: another province still counts .3. */
function region(need: MatchListing, achievement: MatchListing): FitPart {
  const [needProvince, needCity] = need.regionCodes;
  const [province, city] = achievement.regionCodes;
  if (needProvince === undefined || province === undefined) return part("region", "unknown", null);
  if (needProvince !== province) return part("region", "disagrees", 0.3);
  if (needCity !== undefined && needCity === city) {
    return part("region", "agrees", 1, { shared: [city] });
  }
  return part("region", "partly", 0.7, { shared: [province] });
}

/** Lowest asking price against the highest budget; a quarter above is worth talking about. */
function price(need: MatchListing, achievement: MatchListing): FitPart {
  const budget = need.priceMaxFen ?? need.priceMinFen;
  const asked = achievement.priceMinFen ?? achievement.priceMaxFen;
  if (budget === null || asked === null) return part("price", "unknown", null);
  const detail = { askedFen: asked, budgetFen: budget };
  if (asked <= budget) return part("price", "agrees", 1, detail);
  return asked <= budget * 1.25
    ? part("price", "partly", 0.5, detail)
    : part("price", "disagrees", 0, detail);
}

/** Age in days of the older of the two listings. */
function freshness(need: MatchListing, achievement: MatchListing, now: number): FitPart {
  if (need.publishedAt === null || achievement.publishedAt === null) {
    return part("freshness", "unknown", null);
  }
  const oldest = Math.min(need.publishedAt, achievement.publishedAt);
  const days = Math.max(0, Math.floor((now - oldest) / DAY_MS));
  if (days <= 90) return part("freshness", "agrees", 1, { days });
  return days <= 365
    ? part("freshness", "partly", 0.6, { days })
    : part("freshness", "disagrees", 0.2, { days });
}
