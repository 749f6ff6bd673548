import { foldSameLength } from "../text/normalise";
import { visitUnits } from "../text/words";

/**
 * In how many listings of the catalogue each character and each pair of characters occurs. Only units
 * that occur at least twice are kept, at most MAX_UNITS of them, so that memory does not grow with
 * the catalogue.
 */
export interface TermStatistics {
  readonly documents: number;
  /** Inverse document frequency of a unit: ln((N + 1) / df); an unknown unit counts as occurring once. */
  idf(unit: string): number;
}

export const MAX_UNITS = 150_000;

/** Plain form that is stored; units as a compact list. */
export interface StoredStatistics {
  readonly documents: number;
  readonly units: readonly string[];
  readonly frequencies: readonly number[];
}

/** Collects statistics from texts that come one after another. */
export class StatisticsCollector {
  private documents = 0;
  private readonly frequency = new Map<string, number>();

  add(title: string, text: string): void {
    this.documents++;
    const seen = new Set<string>();
    for (const part of [title, text]) visitUnits(foldSameLength(part), (unit) => seen.add(unit));
    for (const unit of seen) this.frequency.set(unit, (this.frequency.get(unit) ?? 0) + 1);
    // Units seen once only are the bulk; dropping them now and then bounds the memory of a rebuild.
    if (this.frequency.size > MAX_UNITS * 6) this.prune();
  }

  finish(): StoredStatistics {
    const kept = [...this.frequency]
      .filter(([, frequency]) => frequency >= 2)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MAX_UNITS);
    return {
      documents: this.documents,
      units: kept.map(([unit]) => unit),
      frequencies: kept.map(([, frequency]) => frequency),
    };
  }

  private prune(): void {
    for (const [unit, frequency] of this.frequency) {
      if (frequency < 2) this.frequency.delete(unit);
    }
  }
}

export function toStatistics(stored: StoredStatistics): TermStatistics {
  const idf = new Map<string, number>();
  const total = stored.documents + 1;
  stored.units.forEach((unit, index) => {
    idf.set(unit, Math.log(total / (stored.frequencies[index] ?? 1)));
  });
  const rare = Math.log(total);
  return { documents: stored.documents, idf: (unit) => idf.get(unit) ?? rare };
}

/** Statistics of an empty catalogue: every unit weighs the same. */
export const EMPTY_STATISTICS: TermStatistics = { documents: 0, idf: () => 1 };
