import type { Availability } from "./profile-rules";

/**
 * Why a broker suits a listing. Five parts with fixed weights that sum to 100; no part can be bought,
 * and neither level nor fee counts. What each part looked at is shown beside its points.
 */
export const FIT_WEIGHTS = {
  fields: 40,
  services: 20,
  region: 15,
  deals: 15,
  availability: 10,
} as const;
export type FitPartKey = keyof typeof FIT_WEIGHTS;

export type FitBroker = {
  /** Field codes with all their ancestors, root first. */
  fieldPaths: readonly (readonly string[])[];
  serviceCodes: readonly string[];
  /** Regions that the broker serves; empty: the own one only. */
  regionCodes: readonly string[];
  regionCode: string | null;
  /** Deals brought about in one of the listing's fields. */
  dealsInField: number;
  availability: Availability;
};

export type FitListing = {
  fieldPaths: readonly (readonly string[])[];
  regionCode: string | null;
  /** Services that the owner looks for; empty: no wish. */
  servicesWanted: readonly string[];
};

export type FitPart = { key: FitPartKey; points: number; max: number; matched: string[] };
export type Fit = { total: number; parts: FitPart[] };

const BY_AVAILABILITY: Record<Availability, number> = { OPEN: 1, LIMITED: 0.5, CLOSED: 0 };

/** Points of a broker for a listing, part by part, in whole points. */
export function scoreFit(broker: FitBroker, listing: FitListing): Fit {
  const fields = fieldPart(broker, listing);
  const region = regionPart(broker, listing.regionCode);
  const matched = listing.servicesWanted.filter((code) => broker.serviceCodes.includes(code));
  const wanted = listing.servicesWanted.length;
  const shares: [FitPartKey, number, string[]][] = [
    ["fields", fields.share, fields.matched],
    ["services", wanted === 0 ? 1 : matched.length / wanted, matched],
    ["region", region, []],
    ["deals", dealsPart(broker.dealsInField), []],
    ["availability", BY_AVAILABILITY[broker.availability], []],
  ];
  const parts = shares.map(([key, share, found]) => ({
    key,
    points: Math.round(share * FIT_WEIGHTS[key]),
    max: FIT_WEIGHTS[key],
    matched: found,
  }));
  return { total: parts.reduce((sum, part) => sum + part.points, 0), parts };
}

/** Share of the listing's fields that the broker covers: the same field whole, the same branch half. */
function fieldPart(broker: FitBroker, listing: FitListing): { share: number; matched: string[] } {
  if (listing.fieldPaths.length === 0) return { share: 0, matched: [] };
  const matched: string[] = [];
  let sum = 0;
  for (const path of listing.fieldPaths) {
    const code = path.at(-1);
    if (code === undefined) continue;
    const nearness = Math.max(0, ...broker.fieldPaths.map((own) => nearnessOf(own, path)));
    if (nearness > 0) matched.push(code);
    sum += nearness;
  }
  return { share: sum / listing.fieldPaths.length, matched };
}

function nearnessOf(own: readonly string[], wanted: readonly string[]): number {
  const ownCode = own.at(-1);
  const wantedCode = wanted.at(-1);
  if (ownCode === wantedCode) return 1;
  // Whoever works in the whole branch covers what lies below it.
  if (ownCode !== undefined && wanted.includes(ownCode)) return 1;
  return own[0] === wanted[0] ? 0.5 : 0;
}

/** The listing's city, its province, or none of both. */
function regionPart(broker: FitBroker, code: string | null): number {
  if (code === null) return 0.5;
  const served = broker.regionCodes.length > 0 ? broker.regionCodes : [broker.regionCode ?? ""];
  if (served.some((one) => one !== "" && code.startsWith(one.replace(/(00){1,2}$/, "")))) return 1;
  return served.some((one) => one.slice(0, 2) === code.slice(0, 2)) ? 0.5 : 0;
}

/** Experience saturates: one deal a third, three two thirds, ten all. */
function dealsPart(count: number): number {
  if (count >= 10) return 1;
  if (count >= 3) return 2 / 3;
  return count >= 1 ? 1 / 3 : 0;
}

/** Best first; equal points in an order that favours nobody for long: by what the seed makes of the id. */
export function rankFits<T extends { id: string; fit: Fit }>(
  rows: readonly T[],
  seed: string,
): T[] {
  return [...rows].sort(
    (a, b) => b.fit.total - a.fit.total || shuffle(a.id, seed) - shuffle(b.id, seed),
  );
}

/** A number from both texts (FNV-1a), the same for the same texts. */
function shuffle(id: string, seed: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}${id}`) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  return hash >>> 0;
}
