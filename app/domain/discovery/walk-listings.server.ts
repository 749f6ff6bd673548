import type { ListingDocument } from "#search/indexes/listing-document";
import { loadReferences } from "#search/sync/references";
import { loadDocuments, nextIds } from "#search/sync/rows";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { toHit } from "./listing-hit";
import type { ListingHit } from "./search-results";
import type { ListingSearchKind } from "./search-schema";

/** Listings in one step of a walk. */
const STEP = 100;

/**
 * The next published listings after a cursor ("" for the first) in order of creation, from the
 * database: for programs that want everything. Public; shows what the index would hold.
 * @throws DomainError "bad_cursor" (400)
 */
export async function walkListings(
  kind: ListingSearchKind,
  cursor: string,
  db: Db,
): Promise<{ hits: ListingHit[]; nextCursor: string | null }> {
  if (cursor !== "" && !isId(cursor)) {
    throw new DomainError("bad_cursor", { field: "cursor", status: 400 });
  }
  const [ids, references] = await Promise.all([
    nextIds(db, kind, cursor === "" ? null : cursor, STEP),
    loadReferences(db),
  ]);
  const documents = (await loadDocuments(db, kind, ids, references)) as ListingDocument[];
  documents.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    hits: documents.map((document) => toHit(kind, document, [])),
    nextCursor: ids.length === STEP ? (ids.at(-1) ?? null) : null,
  };
}
