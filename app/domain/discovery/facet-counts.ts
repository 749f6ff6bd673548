import { dayNumber } from "#search/indexes/listing-document";
import type { FilterGroup } from "./engine-filters";
import type { FacetCounts } from "./search-results";
import { FRESHNESS_DAYS, TRL_BANDS } from "./search-schema";

export type Distribution = Readonly<Record<string, Readonly<Record<string, number>>>>;

const toMap = (counts: Readonly<Record<string, number>> | undefined) =>
  new Map(Object.entries(counts ?? {}));

/** Levels added up to bands. */
function trlCounts(counts: Readonly<Record<string, number>> | undefined): Map<string, number> {
  const bands = new Map<string, number>();
  for (const band of TRL_BANDS) {
    const [low = 0, high = 0] = band.split("-").map(Number);
    let sum = 0;
    for (let level = low; level <= high; level++) sum += counts?.[String(level)] ?? 0;
    if (sum > 0) bands.set(band, sum);
  }
  return bands;
}

/** Days added up to "in the last N days". */
function freshCounts(
  counts: Readonly<Record<string, number>> | undefined,
  now: number,
): Map<string, number> {
  const today = dayNumber(now);
  const ages = Object.entries(counts ?? {}).map(([day, count]) => [today - Number(day), count]);
  return new Map(
    FRESHNESS_DAYS.map((days) => [
      String(days),
      ages.reduce((sum, [age = 0, count = 0]) => (age < days ? sum + count : sum), 0),
    ]),
  );
}

/** Turns the engine's distributions, one a group, into the counts that a page shows. `now` in milliseconds. */
export function toFacetCounts(
  distributionOf: (group: FilterGroup) => Distribution,
  now: number,
): FacetCounts {
  const of = (group: FilterGroup, attribute: string) => toMap(distributionOf(group)[attribute]);
  return {
    field: of("field", "fields"),
    industry: of("industry", "industries"),
    region: new Map([
      ...of("region", "province"),
      ...of("region", "city"),
      ...of("region", "district"),
    ]),
    trl: trlCounts(distributionOf("trl").trl),
    ip: of("ip", "ipKinds"),
    mode: of("mode", "modes"),
    price: of("price", "priceBand"),
    org: of("org", "organisationKind"),
    fresh: freshCounts(distributionOf("fresh").publishedDay, now),
  };
}
