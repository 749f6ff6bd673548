import { normaliseText } from "../../text/normalise";
import { seededRandom } from "../seeded-random";
import { StatisticsCollector, type TermStatistics, toStatistics } from "../statistics";
import type { VectorTable } from "./table";
import type { TrainingText } from "./train";

/** Texts of a catalogue, made ready for continuing a table on them and for checking the result. */
export interface CatalogueTexts {
  /** All that are used. */
  readonly texts: readonly TrainingText[];
  /** Those of them whose title and text are never tuned to each other: the check asks them. */
  readonly keptOut: ReadonlySet<TrainingText>;
  readonly statistics: TermStatistics;
}

/** A catalogue with fewer listings that have a text says nothing that the shipped table does not know. */
export const LEAST_LISTINGS = 200;

export const MAX_CHARACTERS = 6_000_000;
const TEXT_LENGTH = 60;
const SHARE_KEPT_OUT = 0.1;
const LEAST_KEPT_OUT = 30;
const MOST_KEPT_OUT = 500;

/**
 * Merges equal titles, draws a part of a very large catalogue and keeps some listings out. Both draws
 * go by the title alone, so that a listing stays on its side from night to night: else the table at
 * work would be asked what it has been tuned on. Null for a catalogue that is too small.
 */
export function prepareCatalogue(
  all: Iterable<TrainingText>,
  base: Pick<VectorTable, "prior">,
): CatalogueTexts | null {
  const texts = drawTexts(mergeTitles(all), MAX_CHARACTERS);
  const askable = texts.filter(isAskable);
  if (askable.length < LEAST_LISTINGS) return null;
  const wanted = Math.max(LEAST_KEPT_OUT, Math.round(askable.length * SHARE_KEPT_OUT));
  const keptOut = new Set(
    inDrawnOrder(askable, "kept out").slice(0, Math.min(wanted, MOST_KEPT_OUT)),
  );
  const collector = new StatisticsCollector();
  for (const one of texts) collector.add(one.title, `${one.text} ${one.keywords.join(" ")}`);
  return { texts, keptOut, statistics: toStatistics(collector.finish(), base.prior) };
}

function isAskable({ title, text }: TrainingText): boolean {
  return title.trim() !== "" && text.trim().length >= TEXT_LENGTH;
}

/** One text a title, the longest; two listings with one text are one as well. */
export function mergeTitles(texts: Iterable<TrainingText>): TrainingText[] {
  const byTitle = new Map<string, TrainingText>();
  for (const one of texts) {
    const key = normaliseText(one.title);
    const known = byTitle.get(key);
    if (known === undefined || one.text.length > known.text.length) byTitle.set(key, one);
  }
  const byText = new Map<string, TrainingText>();
  for (const one of byTitle.values()) {
    const key = one.text.trim() === "" ? one.title : one.text;
    if (!byText.has(key)) byText.set(key, one);
  }
  return [...byText.values()];
}

/** As many texts as have together at most so many characters, in the order given. */
export function drawTexts(texts: readonly TrainingText[], characters: number): TrainingText[] {
  let sum = 0;
  const drawn = new Set(
    inDrawnOrder(texts, "drawn").filter((one) => {
      sum += one.title.length + one.text.length;
      return sum <= characters;
    }),
  );
  return texts.filter((one) => drawn.has(one));
}

function inDrawnOrder(texts: readonly TrainingText[], draw: string): TrainingText[] {
  return texts
    .map((one) => ({ one, place: seededRandom(`${draw} ${one.title}`)() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
