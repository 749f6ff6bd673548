import { loadReferences } from "#search/sync/references";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { Db } from "~/platform/db.server";
import type { Suggestion, Suggestions } from "./suggestion-queries.server";
import { isOpenSql, isSuggestible, MAX_PAIRS, type Side, TABLE } from "./suggestion-sql.server";

/** Version that stands for "newest first in the declared fields": nothing was ranked. */
const NEWEST_IN_FIELDS = "newest-in-fields";

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
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
    .slice(0, MAX_PAIRS)
    .map(({ publishedAt: _, ...pair }): Suggestion => ({ ...pair, ...UNRANKED }));
  return { items, isComplete: true };
}

type NewestRow = { ownKind: ListingKind; ownId: string; otherId: string; publishedAt: Date };

async function readNewest(db: Db, kind: ListingKind, side: Side): Promise<NewestRow[]> {
  const references = await loadReferences(db);
  const declared = await db.$queryRaw<{ code: string }[]>`
    SELECT DISTINCT code FROM ${TABLE[kind].own} AS own, unnest(own."fieldCodes") AS code
    WHERE own."organisationId" = ${side.organisationId}::uuid AND ${isOpenSql("own")}`;
  // A declared field holds the fields below it.
  const fields = declared.flatMap(({ code }) =>
    references.withDescendants("fields", code).map((below) => ({ code, below })),
  );
  if (fields.length === 0) return [];
  const codes = fields.map((one) => one.code);
  const below = fields.map((one) => one.below);
  const rows = await db.$queryRaw<Omit<NewestRow, "ownKind">[]>`
    WITH field AS (
      SELECT * FROM unnest(${codes}::text[], ${below}::text[]) AS field(declared, below)
    ), newest AS (
      SELECT other.id, other."fieldCodes", other."publishedAt"
      FROM ${TABLE[kind].other} AS other
      WHERE other."organisationId" <> ${side.organisationId}::uuid AND ${isOpenSql("other")}
        AND other."publishedAt" IS NOT NULL AND other."fieldCodes" && ${below}::text[]
      ORDER BY other."publishedAt" DESC LIMIT ${MAX_PAIRS}
    )
    SELECT DISTINCT ON (newest."publishedAt", newest.id)
      own.id AS "ownId", newest.id AS "otherId", newest."publishedAt"
    FROM newest
    JOIN field ON field.below = ANY (newest."fieldCodes")
    JOIN ${TABLE[kind].own} AS own ON field.declared = ANY (own."fieldCodes")
    JOIN ${TABLE[kind].other} AS other ON other.id = newest.id
    WHERE ${isSuggestible(kind, side)}
    ORDER BY newest."publishedAt" DESC, newest.id, own."publishedAt" DESC NULLS LAST`;
  return rows.map((row) => ({ ...row, ownKind: kind }));
}
