import { seededRandom } from "../seeded-random";
import { StatisticsCollector, type StoredStatistics, toStatistics } from "../statistics";
import {
  type ContrastOptions,
  type TextPair,
  tuneByContrast,
  type WeightedUnits,
} from "./contrast";
import { type CountOptions, countCooccurrence } from "./cooccurrence";
import type { NeedLine, TermLine } from "./corpus";
import { dot, encodeText, normalise } from "./encode";
import { leftSingularVectors } from "./singular-vectors";
import { quantise, type VectorRecipe, type VectorTable } from "./table";
import { countUnits, segment, sentencesOf } from "./units";

export interface TrainingText {
  readonly title: string;
  readonly text: string;
  readonly keywords: readonly string[];
}

export const DIMENSIONS = 256;

const COUNTING: CountOptions = {
  window: 10,
  minRowCount: 2,
  minColumnCount: 2,
  smoothing: 0.75,
};

export const CONTRAST: ContrastOptions = {
  epochs: 2,
  batch: 256,
  temperature: 0.05,
  vectorRate: 2e-3,
  dropout: 0.2,
  seed: 7,
};

const SEED = 1;
const ITERATIONS = 2;
const BACKGROUND = 400;

/**
 * Word vectors from texts and from the terminology: mutual information of neighbouring words, its
 * strongest directions, then tuning by contrast so that a title lies near its own text. The same
 * texts give the same table.
 */
export function trainTable(
  version: string,
  texts: readonly TrainingText[],
  lines: readonly TermLine[],
  needs: readonly NeedLine[],
  recipe: Pick<VectorRecipe, "sources" | "trainedOn">,
): VectorTable {
  const prior = countPrior(texts, lines, needs);
  const sentences = [
    ...texts.flatMap((one) => [
      ...sentencesOf(`${one.title}。${one.text}`),
      segment(one.keywords.join("，")),
    ]),
    ...lines.map((line) => segment(Object.values(line).join("，"))),
    ...needs.map((one) => segment([one.title, one.text, ...one.answers].join("，"))),
  ];
  const { units, matrix } = countCooccurrence(sentences, COUNTING);
  const vectors = leftSingularVectors(matrix, DIMENSIONS, { seed: SEED, iterations: ITERATIONS });
  for (let row = 0; row < units.length; row++) {
    normalise(vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS));
  }
  const rowOf = new Map(units.map((unit, row) => [unit, row]));
  const statistics = toStatistics(prior);
  const weights = Float32Array.from(units, (unit) => Math.max(0.05, statistics.idf(unit)));
  const pairs = [
    ...texts.flatMap(pairsOfText),
    ...lines.flatMap(pairsOfLine),
    ...needs.flatMap(pairsOfNeed),
  ];
  tuneByContrast(vectors, weights, DIMENSIONS, weighPairs(pairs, rowOf), CONTRAST);
  const table: VectorTable = {
    version,
    dimensions: DIMENSIONS,
    rowOf,
    ...quantise(vectors, DIMENSIONS),
    direction: new Float32Array(DIMENSIONS),
    prior,
    background: chooseBackground(lines, needs),
    recipe: {
      ...recipe,
      parameters: {
        ...COUNTING,
        ...CONTRAST,
        dimensions: DIMENSIONS,
        iterations: ITERATIONS,
        seed: SEED,
      },
    },
  };
  const samples = [...texts.map((one) => one.title), ...lines.map((line) => line.sentence)];
  return { ...table, direction: sharedDirection(samples, table) };
}

function countPrior(
  texts: readonly TrainingText[],
  lines: readonly TermLine[],
  needs: readonly NeedLine[],
): StoredStatistics {
  const collector = new StatisticsCollector();
  for (const one of texts) collector.add(one.title, `${one.text} ${one.keywords.join(" ")}`);
  for (const { term, ...rest } of lines) collector.add(term, Object.values(rest).join(" "));
  for (const one of needs) {
    collector.add(one.title, one.text);
    for (const answer of one.answers) collector.add(answer, "");
  }
  return collector.finish();
}

type Pair = readonly [string, string];

/** Texts about the same thing: title and text, keywords and text, every other clause and the rest. */
export function pairsOfText({ title, text, keywords }: TrainingText): Pair[] {
  const clauses = text.split(/[。；;，,]/);
  const half = (parity: number) => clauses.filter((_, i) => i % 2 === parity).join("，");
  return [
    [title, text],
    ...(keywords.length > 0 ? [[keywords.join("，"), text] as const] : []),
    [half(0), half(1)],
  ];
}

function pairsOfLine(line: TermLine): Pair[] {
  const join = (...columns: string[]) => columns.filter((column) => column !== "").join("，");
  return [
    [
      join(line.term, line.aliases),
      join(line.means, line.traits, line.uses, line.problems, line.sentence),
    ],
    [join(line.term, line.problems), join(line.means, line.uses, line.sentence)],
    [join(line.aliases, line.means), join(line.term, line.traits, line.uses, line.problems)],
  ];
}

/** The need with each half of the titles that serve it, and the halves with each other. */
function pairsOfNeed({ title, text, answers }: NeedLine): Pair[] {
  const half = (parity: number) => answers.filter((_, i) => i % 2 === parity).join("，");
  return [
    [`${title}，${text}`, half(0)],
    [title, half(1)],
    [half(0), half(1)],
  ];
}

export function weighPairs(pairs: readonly Pair[], rowOf: ReadonlyMap<string, number>): TextPair[] {
  return pairs
    .map(([left, right]) => ({ left: weighUnits(left, rowOf), right: weighUnits(right, rowOf) }))
    .filter((pair) => pair.left.rows.length > 0 && pair.right.rows.length > 0);
}

function weighUnits(text: string, rowOf: ReadonlyMap<string, number>): WeightedUnits {
  const known = [...countUnits(text)].flatMap(([unit, count]) => {
    const row = rowOf.get(unit);
    return row === undefined ? [] : [{ row, weight: 1 + Math.log(count) }];
  });
  return {
    rows: Uint32Array.from(known, (one) => one.row),
    weights: Float32Array.from(known, (one) => one.weight),
  };
}

function chooseBackground(lines: readonly TermLine[], needs: readonly NeedLine[]): string[] {
  const random = seededRandom("background");
  return [...lines.map((line) => line.sentence), ...needs.flatMap((one) => one.answers)]
    .map((text) => ({ text, place: random() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, BACKGROUND)
    .map(({ text }) => text);
}

/** First principal direction of the vectors of many texts, by power iteration. */
export function sharedDirection(samples: readonly string[], table: VectorTable): Float32Array {
  const plain = { ...table, direction: new Float32Array(table.dimensions) };
  const statistics = toStatistics(table.prior);
  const vectors = samples.flatMap((text) => encodeText(text, plain, statistics) ?? []);
  const random = seededRandom("direction");
  let direction = normalise(Float32Array.from({ length: table.dimensions }, () => random() - 0.5));
  for (let i = 0; i < 20; i++) {
    const next = new Float32Array(table.dimensions);
    for (const vector of vectors) {
      const along = dot(vector, direction);
      for (let k = 0; k < next.length; k++) {
        next[k] = (next[k] as number) + along * (vector[k] as number);
      }
    }
    direction = normalise(next);
  }
  return direction;
}
