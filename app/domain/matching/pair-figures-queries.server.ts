import { EngineUnavailable } from "#search/engine";
import { listRankers, type Ranker } from "#search/match/rankers";
import type { PairInputs } from "#search/match/types";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { pairHref } from "./match-href";
import { readInputs } from "./pair-inputs-rules";
import { readPairRanking } from "./pair-queries.server";
import { scoreWith } from "./ranker-registry";

/** Inputs of a pair as they were stored with the need's list, or as they are now. */
type Reading = {
  rankerVersion: string;
  computedAt: string | null;
  inputs: PairInputs;
  score: number;
  related: number;
  /** The same inputs put through the ranker of that version again; null when it is not known any more. */
  recomputed: { score: number; related: number } | null;
};

export type PairFigures = {
  needId: string;
  achievementId: string;
  page: string;
  /** From the stored list of the need. */
  stored: Reading | null;
  /** As the ranker says now; null while the search engine is away or when the texts share nothing. */
  current:
    | (Reading & {
        contributions: { words: number; meaning: number; fit: number };
        relevance: number;
        band: string;
        fit: number;
        fitParts: unknown;
        phrases: { text: string; share: number }[];
        nearPhrases: { own: string; theirs: string; similarity: number }[];
      })
    | null;
  /** Weights, calibration and measured figures of every version that can score a pair. */
  rankers: readonly Ranker[];
  howToRecompute: readonly string[];
};

const HOW = [
  "zWords = (words - wordsMean) / wordsSpread; zMeaning = (meaning - meaningMean) / meaningSpread",
  "score = weights.words * zWords + weights.meaning * zMeaning + weights.fit * (fit - 0.5)",
  "related = 1 / (1 + exp(-(thresholds[0] + sum of slopes * (zWords, zMeaning, words, meaning))))",
  "weights, thresholds and slopes are those of the ranker whose version is rankerVersion",
  "contributions.words + contributions.meaning + contributions.fit = score; own words are the need's",
];

/**
 * Everything that the score of a public pair is computed from, so that anybody can compute it again.
 * @throws DomainError "not_found" as the pair's page; "unavailable" (503) without engine and stored list
 */
export async function getPairFigures(
  needId: string,
  achievementId: string,
  db: Db,
): Promise<PairFigures> {
  let current: PairFigures["current"] = null;
  let isAway = false;
  try {
    const ranked = await readPairRanking(needId, achievementId, db);
    if (ranked) {
      const { inputs, score, related, rankerVersion } = ranked;
      current = {
        ...reading({ inputs, score, related, rankerVersion, computedAt: null }),
        contributions: ranked.contributions,
        relevance: ranked.relevance,
        band: ranked.band,
        fit: ranked.fit,
        fitParts: ranked.parts,
        phrases: ranked.phrases,
        nearPhrases: ranked.nearPhrases,
      };
    }
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    isAway = true;
  }
  const stored = await findStored(db, needId, achievementId);
  if (isAway && !stored) throw new DomainError("search_unavailable", { status: 503 });
  return {
    needId,
    achievementId,
    page: pairHref(needId, achievementId),
    stored,
    current,
    rankers: listRankers(),
    howToRecompute: HOW,
  };
}

function reading(values: Omit<Reading, "recomputed">): Reading {
  return { ...values, recomputed: scoreWith(values.rankerVersion, values.inputs) };
}

async function findStored(db: Db, needId: string, achievementId: string): Promise<Reading | null> {
  const row = await db.matchEntry.findUnique({
    where: {
      subjectKind_subjectId_otherId: {
        subjectKind: "need",
        subjectId: needId,
        otherId: achievementId,
      },
    },
  });
  const inputs = readInputs(row?.inputs);
  if (!row || !inputs) return null;
  const { score, related, rankerVersion } = row;
  return reading({
    ...{ inputs, score, related, rankerVersion },
    computedAt: row.computedAt.toISOString(),
  });
}
