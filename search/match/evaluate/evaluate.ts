import type { SearchEngine } from "../../engine";
import { measureBackground } from "../background";
import { Comparison, type Encoding, unpack } from "../encoding";
import { encodeAll, packListing } from "../model";
import { type MatchSource, rankListings, rankTexts } from "../rank";
import { estimatedLevel, type Ranker, scorePair } from "../rankers";
import { titleKey } from "../score";
import type { PairInputs } from "../types";
import type { JudgedNeed, JudgedPair, PlainAchievement } from "./judged-files";
import { auc, type Judged, meanOf, ndcgAt, precisionAt, recallAt, STRONG } from "./metrics";
import { buildScratchIndex, needListing } from "./scratch-index";

export interface Evaluation {
  readonly needs: number;
  readonly pairs: number;
  readonly ndcg10: number | null;
  readonly auc: number | null;
  readonly p5: number | null;
  readonly recall50: number | null;
  readonly recall200: number | null;
  readonly contest: number | null;
  readonly p50_ms: number;
  readonly p95_ms: number;
}

/** What was measured of one need. */
export interface NeedResult {
  readonly rid: string;
  readonly ndcg10: number | null;
  readonly judged: readonly (Judged & { inputs: PairInputs; estimated: number })[];
}

export interface EvaluationRun {
  readonly summary: Evaluation;
  readonly perNeed: readonly NeedResult[];
}

/**
 * Measures the product's matching on judged pairs. Equal titles are one achievement. Every judged
 * pair gets the ranker's score, whether the first stage found it or not; recall and times are those
 * of the product's own lists. Judgements are read only after all lists are made.
 */
export async function evaluateMatching(
  engine: SearchEngine,
  input: {
    readonly needs: readonly JudgedNeed[];
    readonly pairs: readonly JudgedPair[];
    readonly achievements: readonly PlainAchievement[];
  },
  ranker?: Ranker,
): Promise<EvaluationRun> {
  const catalogue = mergeTitles(input.pairs, input.achievements);
  const keys = catalogue.map((one) => titleKey(one.title));
  const source = await buildScratchIndex(engine, catalogue, ranker);
  const encodings = await encodeCatalogue(catalogue, source);
  const pairsOf = groupByNeed(input.pairs);
  const perNeed: (NeedResult & { recall: readonly (number | null)[] })[] = [];
  const times: number[] = [];
  for (const need of input.needs) {
    const pairs = pairsOf.get(need.rid) ?? [];
    const listing = needListing(need);
    const started = performance.now();
    await rankListings("need", "achievement", listing, source);
    times.push(performance.now() - started);
    const { scored, encoded } = await rankTexts("achievement", listing, source);
    const comparison = new Comparison(encoded.vector, encoded.units);
    const background = measureBackground(comparison, await source.background("achievement"));
    const judged = pairs.flatMap((pair) => {
      const encoding = encodings.get(titleKey(pair.title));
      if (encoding === undefined) return [];
      const inputs: PairInputs = {
        words: comparison.words(encoding),
        meaning: comparison.meaning(encoding),
        ...background,
        fit: 0.5,
      };
      const { score, chances } = scorePair(inputs, source.ranker);
      return [{ score, level: pair.level, inputs, estimated: estimatedLevel(chances) }];
    });
    const strong = pairs.filter((pair) => pair.level >= STRONG).map((pair) => titleKey(pair.title));
    const ranked = scored.map((entry) => keys[Number(entry.id)] ?? "");
    perNeed.push({
      rid: need.rid,
      ndcg10: ndcgAt(judged),
      judged,
      recall: [50, 200].map((k) => recallAt(ranked, new Set(strong), k)),
    });
  }
  return { summary: summarise(perNeed, times), perNeed };
}

function groupByNeed(pairs: readonly JudgedPair[]): Map<string, JudgedPair[]> {
  const groups = new Map<string, JudgedPair[]>();
  for (const pair of pairs) {
    const group = groups.get(pair.rid);
    if (group) group.push(pair);
    else groups.set(pair.rid, [pair]);
  }
  return groups;
}

/** Judged and further achievements, one for each title; the longest text of a title is kept. */
function mergeTitles(
  pairs: readonly JudgedPair[],
  achievements: readonly PlainAchievement[],
): PlainAchievement[] {
  const merged = new Map<string, PlainAchievement>();
  const judged = pairs.map(({ aid, title }) => ({ aid, title, text: "" }));
  for (const one of [...judged, ...achievements]) {
    const key = titleKey(one.title);
    const known = merged.get(key);
    if (known === undefined || one.text.length > known.text.length) merged.set(key, one);
  }
  return [...merged.values()];
}

async function encodeCatalogue(
  catalogue: readonly PlainAchievement[],
  source: MatchSource,
): Promise<Map<string, Encoding>> {
  const encoded = await encodeAll(catalogue, source.model);
  return new Map(
    catalogue.flatMap((one, i) => {
      const entry = encoded[i];
      const encoding = entry && unpack(packListing(entry, source.model));
      return encoding ? [[titleKey(one.title), encoding] as const] : [];
    }),
  );
}

function summarise(
  perNeed: readonly (NeedResult & { recall: readonly (number | null)[] })[],
  times: readonly number[],
): Evaluation {
  const judged = perNeed.flatMap((one) => one.judged);
  const error = meanOf(judged.map((one) => Math.abs(one.estimated - one.level))).mean;
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const rounded = (value: number | null) =>
    value === null ? null : Math.round(value * 10_000) / 10_000;
  const mean = (values: readonly (number | null)[]) => rounded(meanOf(values).mean);
  return {
    needs: perNeed.length,
    pairs: judged.length,
    ndcg10: mean(perNeed.map((one) => one.ndcg10)),
    auc: mean(perNeed.map((one) => auc(one.judged))),
    p5: mean(perNeed.map((one) => precisionAt(one.judged))),
    recall50: mean(perNeed.map((one) => one.recall[0] ?? null)),
    recall200: mean(perNeed.map((one) => one.recall[1] ?? null)),
    contest: rounded(error === null ? null : 1 / (1 + error)),
    p50_ms: Math.round(at(0.5)),
    p95_ms: Math.round(at(0.95)),
  };
}
