import { seededRandom } from "../seeded-random";
import { type TermStatistics, toStatistics } from "../statistics";
import type { CatalogueTexts } from "./catalogue-texts";
import type { NeedLine } from "./corpus";
import { dot, encodeListing, encodeText } from "./encode";
import type { VectorTable } from "./table";

/** Mean reciprocal ranks, 0 to 1; 1 means that what was looked for always came first. */
export interface TableFigures {
  /** Own text among those of the listings kept out, asked with the title. */
  readonly catalogue: number;
  /** Answers of the shipped needs, each among answers of other needs: what must not be forgotten. */
  readonly general: number;
}

export interface TableCheck {
  readonly atWork: TableFigures;
  readonly candidate: TableFigures;
  readonly isKept: boolean;
}

/** How much worse either figure may be before a candidate is refused. */
export const TOLERANCE = 0.005;

const NEEDS = 300;
const OTHERS = 300;

/**
 * Asks the table at work and a candidate the same questions, words weighed alike. The candidate is
 * kept when it is not worse at either by more than the tolerance.
 */
export function checkTable(
  atWork: VectorTable,
  candidate: VectorTable,
  catalogue: CatalogueTexts,
  needs: readonly NeedLine[],
): TableCheck {
  const general = drawQuestions(needs);
  // Not the catalogue's own counts: the figure would move with the catalogue.
  const statistics = toStatistics(candidate.prior);
  const figuresOf = (table: VectorTable): TableFigures => ({
    catalogue: rankOwnTexts(catalogue, table),
    general: rankAnswers(general, table, statistics),
  });
  const before = figuresOf(atWork);
  const after = figuresOf(candidate);
  const isKept =
    after.catalogue >= before.catalogue - TOLERANCE && after.general >= before.general - TOLERANCE;
  return { atWork: before, candidate: after, isKept };
}

function rankOwnTexts({ keptOut, statistics }: CatalogueTexts, table: VectorTable): number {
  const listings = [...keptOut];
  const titles = listings.map((one) => encodeText(one.title, table, statistics));
  const texts = listings.map((one) => encodeText(one.text, table, statistics));
  return meanReciprocal(titles.map((title, own) => reciprocalRank(title, own, texts)));
}

interface Question {
  readonly need: NeedLine;
  readonly others: readonly string[];
}

function drawQuestions(needs: readonly NeedLine[]): Question[] {
  const random = seededRandom("questions");
  const drawn = inRandomOrder(needs, random).slice(0, NEEDS);
  const answers = inRandomOrder(
    needs.flatMap((need) => need.answers.map((answer) => ({ need, answer }))),
    random,
  ).slice(0, OTHERS + OTHERS);
  return drawn.map((need) => ({
    need,
    others: answers
      .filter((one) => one.need !== need)
      .slice(0, OTHERS)
      .map((one) => one.answer),
  }));
}

function inRandomOrder<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((one) => ({ one, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

function rankAnswers(
  questions: readonly Question[],
  table: VectorTable,
  statistics: TermStatistics,
): number {
  const known = new Map<string, Float32Array | null>();
  const encode = (answer: string) => {
    const vector = known.get(answer) ?? encodeText(answer, table, statistics);
    known.set(answer, vector);
    return vector;
  };
  const ranks = questions.flatMap(({ need, others }) => {
    const asked = encodeListing(need, table, statistics);
    const rest = others.map(encode);
    return need.answers.map((answer) => reciprocalRank(asked, 0, [encode(answer), ...rest]));
  });
  return meanReciprocal(ranks);
}

/** Ties count against: a table that gives everything the same vector finds nothing. */
function reciprocalRank(
  asked: Float32Array | null,
  own: number,
  texts: readonly (Float32Array | null)[],
): number {
  const answer = texts[own];
  if (!asked || !answer) return 0;
  const score = dot(asked, answer);
  const before = texts.filter((text, i) => i !== own && text && dot(asked, text) >= score);
  return 1 / (1 + before.length);
}

function meanReciprocal(ranks: readonly number[]): number {
  return ranks.reduce((sum, rank) => sum + rank, 0) / Math.max(1, ranks.length);
}
