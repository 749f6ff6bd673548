import { EngineUnavailable } from "#search/engine";
import type { PairInputs } from "#search/match/types";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { pairHref } from "./match-href";
import { readInputs } from "./pair-inputs-rules";
import { readPairRanking } from "./pair-queries.server";
import { rankerFigures, scoreWith } from "./ranker-registry";

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
  /** What each version was measured to reach, with its weights as far as its file tells. */
  rankers: ReturnType<typeof rankerFigures>;
  howToRecompute: string;
};

const HOW =
  "score = scorePair(inputs, findRanker(rankerVersion)) of search/match/rankers.ts; contributions.words + contributions.meaning + contributions.fit = score. Seen from the need: 'own' words are the need's.";

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
    rankers: rankerFigures(),
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
