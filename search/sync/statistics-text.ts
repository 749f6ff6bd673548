import type { StoredStatistics } from "../match/statistics";

/** The number of listings, then one line a unit: the unit, a tab, its frequency. */
export function formatStatistics(statistics: StoredStatistics): string {
  const lines = statistics.units.map((unit, i) => `${unit}\t${statistics.frequencies[i] ?? 0}`);
  return [String(statistics.documents), ...lines].join("\n");
}

export function parseStatistics(text: string): StoredStatistics {
  const [documents = "0", ...lines] = text.split("\n");
  const units: string[] = [];
  const frequencies: number[] = [];
  for (const line of lines) {
    const [unit, frequency] = line.split("\t");
    if (unit === undefined || frequency === undefined) continue;
    units.push(unit);
    frequencies.push(Number(frequency));
  }
  return { documents: Number(documents), units, frequencies };
}
