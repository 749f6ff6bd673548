import { EngineUnavailable } from "#search/engine";
import { bandOf } from "#search/match/rankers";
import type { RelevanceBand } from "#search/match/types";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Db } from "~/platform/db.server";
import { rankListing } from "./rank-listing.server";
import { comparePairs, pairOf, type SuggestedPair } from "./suggestion-rules";
import { isOpenSql, isSuggestible, MAX_PAIRS, type Side, TABLE } from "./suggestion-sql.server";

/** A pair that one side has not answered, with what the ranker said of it. */
export type Suggestion = SuggestedPair & {
  /** Sorts lists of all listings: the estimated chance of being related, or the time of publication. */
  order: number;
  rankerVersion: string;
  score: number;
  relevance: number;
  fit: number;
  related: number;
  inputs: object;
  /** Null where nothing was ranked. */
  band: RelevanceBand | null;
};

export type Suggestions = {
  items: Suggestion[];
  /** False while lists are missing because the search engine is away. */
  isComplete: boolean;
};

/** Listings without a stored list that are ranked at once, the newest. */
const MAX_LIVE = 10;

/**
 * Unanswered pairs of all listings of an organisation, best first, without those whose texts have
 * little in common: from the stored lists where they are of the present version, else ranked now.
 */
export async function listSuggestions(db: Db, side: Side): Promise<Suggestions> {
  const [needs, achievements, live] = await Promise.all([
    readStored(db, "need", side),
    readStored(db, "achievement", side),
    rankMissing(db, side),
  ]);
  const items = [...needs, ...achievements, ...live.items]
    .filter((one) => one.band !== "low")
    .sort(comparePairs)
    .slice(0, MAX_PAIRS);
  return { items, isComplete: live.isComplete };
}

type StoredRow = Omit<Suggestion, "ownKind" | "order" | "band">;

async function readStored(db: Db, kind: ListingKind, side: Side): Promise<Suggestion[]> {
  const rows = await db.$queryRaw<StoredRow[]>`
    SELECT entry."subjectId" AS "ownId", entry."otherId", entry.score, entry.relevance, entry.fit,
      entry.related, entry.inputs, entry."rankerVersion"
    FROM ${TABLE[kind].own} AS own
    JOIN "MatchRefresh" AS refresh
      ON refresh."subjectKind" = ${kind} AND refresh."subjectId" = own.id
      AND refresh.version = own."versionNumber"
    JOIN "MatchEntry" AS entry ON entry."subjectKind" = ${kind} AND entry."subjectId" = own.id
    JOIN ${TABLE[kind].other} AS other ON other.id = entry."otherId"
    WHERE ${isSuggestible(kind, side)}
    ORDER BY entry.related DESC, entry.score DESC
    LIMIT ${MAX_PAIRS}`;
  return rows.map((row) => ({
    ...{ ...row, ownKind: kind, order: row.related },
    band: bandOf(row.related),
  }));
}

/** Ranks the newest listings of which no list of the present version is stored. */
async function rankMissing(db: Db, side: Side): Promise<Suggestions> {
  const missing = await db.$queryRaw<{ kind: ListingKind; id: string; version: number }[]>`
    SELECT kind, id, version FROM (
      SELECT 'need' AS kind, own.id, own."versionNumber" AS version, own."publishedAt"
      FROM "Need" AS own
      WHERE own."organisationId" = ${side.organisationId}::uuid AND ${isOpenSql("own")}
      UNION ALL
      SELECT 'achievement', own.id, own."versionNumber", own."publishedAt"
      FROM "Achievement" AS own
      WHERE own."organisationId" = ${side.organisationId}::uuid AND ${isOpenSql("own")}
    ) AS listing
    WHERE NOT EXISTS (
      SELECT 1 FROM "MatchRefresh" AS refresh WHERE refresh."subjectKind" = listing.kind
        AND refresh."subjectId" = listing.id AND refresh.version = listing.version)
    ORDER BY "publishedAt" DESC NULLS LAST LIMIT ${MAX_LIVE}`;
  const found: Suggestion[] = [];
  let isComplete = true;
  for (const { kind, id, version } of missing) {
    try {
      const { organisationId } = side;
      for (const match of await rankListing(kind, { id, organisationId, version }, db)) {
        const { rankerVersion, score, relevance, fit, related, inputs, band } = match;
        const figures = { rankerVersion, score, relevance, fit, related, inputs, band };
        found.push({ ownKind: kind, ownId: id, otherId: match.id, order: related, ...figures });
      }
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      isComplete = false;
      break;
    }
  }
  return { items: await keepSuggestible(db, side, found), isComplete };
}

/** The pairs that may be suggested as both listings stand now, in the given order. */
export async function keepSuggestible<P extends SuggestedPair>(
  db: Pick<Db, "$queryRaw">,
  side: Side,
  pairs: readonly P[],
): Promise<P[]> {
  const keyOf = (one: { needId: string; achievementId: string }) =>
    `${one.needId}:${one.achievementId}`;
  const kept = new Set<string>();
  for (const kind of ["need", "achievement"] as const) {
    const asked = pairs.filter((pair) => pair.ownKind === kind);
    if (asked.length === 0) continue;
    const rows = await db.$queryRaw<{ ownId: string; otherId: string }[]>`
      SELECT own.id AS "ownId", other.id AS "otherId"
      FROM unnest(${asked.map((one) => one.ownId)}::uuid[], ${asked.map((one) => one.otherId)}::uuid[])
        AS asked("ownId", "otherId")
      JOIN ${TABLE[kind].own} AS own ON own.id = asked."ownId"
      JOIN ${TABLE[kind].other} AS other ON other.id = asked."otherId"
      WHERE ${isSuggestible(kind, side)}`;
    for (const row of rows) kept.add(keyOf(pairOf({ ownKind: kind, ...row })));
  }
  return pairs.filter((pair) => kept.has(keyOf(pairOf(pair))));
}
