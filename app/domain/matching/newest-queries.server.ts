import { loadReferences } from "#search/sync/references";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Db } from "~/platform/db.server";
import type { Suggestion, Suggestions } from "./suggestion-queries.server";
import { comparePairs, NEWEST_IN_FIELDS } from "./suggestion-rules";
import { isOpenSql, isSuggestible, MAX_PAIRS, type Side, TABLE } from "./suggestion-sql.server";

const UNRANKED = {
  rankerVersion: NEWEST_IN_FIELDS,
  score: 0,
  relevance: 0,
  fit: 0,
  related: 0,
  inputs: {},
  band: null,
};

/**
 * For people who want no suggestions made for them: the newest listings of others in the fields that
 * the organisation declared in its own published listings, each beside the newest own listing of that
 * field. Nothing is ranked.
 */
export async function listNewestInFields(db: Db, side: Side): Promise<Suggestions> {
  const found = await Promise.all([
    readNewest(db, "need", side),
    readNewest(db, "achievement", side),
  ]);
  const items = found
    .flat()
    .map(
      ({ publishedAt, ...pair }): Suggestion => ({
        ...pair,
        ...UNRANKED,
        order: publishedAt.getTime(),
      }),
    )
    .sort(comparePairs)
    .slice(0, MAX_PAIRS);
  return { items, isComplete: true };
}

type NewestRow = { ownKind: ListingKind; ownId: string; otherId: string; publishedAt: Date };

async function readNewest(db: Db, kind: ListingKind, side: Side): Promise<NewestRow[]> {
  const references = await loadReferences(db);
  // The newest own listing of each declared field stands for all of that field.
  const declared = await db.$queryRaw<{ code: string; ownId: string }[]>`
    SELECT DISTINCT ON (code) code, own.id AS "ownId"
    FROM ${TABLE[kind].own} AS own, unnest(own."fieldCodes") AS code
    WHERE own."organisationId" = ${side.organisationId}::uuid AND ${isOpenSql("own")}
    ORDER BY code, own."publishedAt" DESC NULLS LAST, own.id`;
  // A declared field holds the fields below it.
  const fields = declared.flatMap(({ code, ownId }) =>
    references.withDescendants("fields", code).map((below) => ({ ownId, below })),
  );
  if (fields.length === 0) return [];
  const owns = fields.map((one) => one.ownId);
  const below = fields.map((one) => one.below);
  const rows = await db.$queryRaw<Omit<NewestRow, "ownKind">[]>`
    WITH newest AS (
      SELECT other.id, other."fieldCodes", other."publishedAt"
      FROM ${TABLE[kind].other} AS other
      WHERE other."organisationId" <> ${side.organisationId}::uuid AND ${isOpenSql("other")}
        AND other."publishedAt" IS NOT NULL AND other."fieldCodes" && ${below}::text[]
      ORDER BY other."publishedAt" DESC LIMIT ${MAX_PAIRS}
    )
    SELECT DISTINCT ON (newest."publishedAt", newest.id)
      own.id AS "ownId", newest.id AS "otherId", newest."publishedAt"
    FROM newest
    JOIN unnest(${owns}::uuid[], ${below}::text[]) AS field("ownId", below)
      ON field.below = ANY (newest."fieldCodes")
    JOIN ${TABLE[kind].own} AS own ON own.id = field."ownId"
    JOIN ${TABLE[kind].other} AS other ON other.id = newest.id
    WHERE ${isSuggestible(kind, side)}
    ORDER BY newest."publishedAt" DESC, newest.id, own."publishedAt" DESC NULLS LAST`;
  return rows.map((row) => ({ ...row, ownKind: kind }));
}
