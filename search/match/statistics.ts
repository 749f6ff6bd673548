import { foldSameLength } from "../text/normalise";
import { visitUnits } from "../text/words";
import { segment } from "./vectors/units";

/**
 * In how many listings of the catalogue each character, each pair of characters and each longer word
 * occurs. Only units that occur at least twice are kept, at most MAX_UNITS of them, so that memory
 * does not grow with the catalogue.
 */
export interface TermStatistics {
  readonly documents: number;
  /** Inverse document frequency of a unit: ln((N + 1) / df); an unknown unit counts as occurring once. */
  idf(unit: string): number;
}

export const MAX_UNITS = 200_000;

/** An empty catalogue leans on this many of the table's training texts, one of twice as many on none. */
const PRIOR_DOCUMENTS = 2_000;

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
    for (const part of [title, text]) {
      visitUnits(foldSameLength(part), (unit) => seen.add(unit));
      for (const word of segment(part)) if (word.length > 2) seen.add(word);
    }
    for (const unit of seen) this.frequency.set(unit, (this.frequency.get(unit) ?? 0) + 1);
    // Units seen once only are the bulk; dropping them now and then bounds the memory of a rebuild.
    if (this.frequency.size > MAX_UNITS * 6) this.prune();
  }

  finish(): StoredStatistics {
    const kept = [...this.frequency]
      .filter(([, frequency]) => frequency >= 2)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
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

/**
 * The rarity of units in a catalogue, mixed with that in other texts as far as the catalogue is small:
 * among forty listings every word would else look as rare as every other.
 */
export function toStatistics(stored: StoredStatistics, prior?: StoredStatistics): TermStatistics {
  const wanted = Math.max(0, PRIOR_DOCUMENTS - stored.documents / 2);
  const share = prior ? Math.min(1, wanted / Math.max(1, prior.documents)) : 0;
  const frequencies = new Map<string, number>();
  stored.units.forEach((unit, i) => {
    frequencies.set(unit, stored.frequencies[i] ?? 1);
  });
  prior?.units.forEach((unit, i) => {
    frequencies.set(unit, (frequencies.get(unit) ?? 0) + share * (prior.frequencies[i] ?? 0));
  });
  const total = stored.documents + share * (prior?.documents ?? 0) + 1;
  const idf = new Map<string, number>();
  for (const [unit, frequency] of frequencies) {
    idf.set(unit, Math.log(total / Math.max(1, frequency)));
  }
  const rare = Math.log(total);
  return { documents: stored.documents, idf: (unit) => idf.get(unit) ?? rare };
}

export const NO_STATISTICS: StoredStatistics = { documents: 0, units: [], frequencies: [] };
