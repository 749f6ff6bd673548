import { Prisma } from "#prisma/client/client";
import type { DbOrTx } from "~/platform/db.server";
import { countCodePoints } from "./field-kinds";
import type { Listing, ListingRef } from "./listing";
import { workingContent } from "./listing";
import { KIND } from "./listing-kind-rules";
import { simhashOf } from "./simhash";

export type DuplicateCandidate = {
  id: string;
  number: number;
  title: string;
  state: string;
  isOwn: boolean;
  /** Trigram similarity of the titles, 0–1. */
  titleSimilarity: number;
  /** Bits in which the simhashes differ, of 64; null when one text is too short. */
  distance: number | null;
};

/** Titles this alike, or texts that differ in at most so many bits, are shown before submission. */
const TITLE_ALIKE = 0.45;
const NEAR_BITS = 8;

/**
 * Listings that could be the same thing: published ones of anybody and all of the same owner. For a
 * person to judge; nothing is refused because of it.
 */
export async function findDuplicates(
  db: DbOrTx,
  listing: Listing,
  take = 5,
): Promise<DuplicateCandidate[]> {
  const content = workingContent(listing);
  if (countCodePoints(content.title) < 3) return [];
  const body = "description" in content ? content.description : content.background;
  const simhash = simhashOf(`${content.title}${content.summary}${body}`);
  const table = Prisma.raw(`"${KIND[listing.kind].table}"`);
  const ref: ListingRef = listing;
  return db.$queryRaw<DuplicateCandidate[]>`
    SELECT * FROM (
      SELECT l.id, l.number, l.title, l.state,
             l."organisationId" = ${listing.organisationId}::uuid AS "isOwn",
             similarity(l.title, ${content.title})::float8 AS "titleSimilarity",
             bit_count((l.simhash # ${simhash}::bigint)::bit(64))::int AS distance
      FROM ${table} l
      WHERE l.id <> ${ref.id}::uuid
        AND (l.state = 'PUBLISHED' OR l."organisationId" = ${listing.organisationId}::uuid)
        AND l.state <> 'WITHDRAWN'
        AND (l.title % ${content.title}
             OR bit_count((l.simhash # ${simhash}::bigint)::bit(64)) <= ${NEAR_BITS})
    ) q
    WHERE q."titleSimilarity" >= ${TITLE_ALIKE} OR q.distance <= ${NEAR_BITS}
    ORDER BY coalesce(q.distance, 64) / 64.0 - q."titleSimilarity", q.id
    LIMIT ${take}`;
}
