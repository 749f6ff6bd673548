import { isListingKind, type SearchKind } from "../engine";
import type { ListingDocument } from "../indexes/listing-document";
import { EMBEDDER } from "../indexes/listing-settings";
import { encodeAll, type MatchModel, packListing } from "../match/model";
import type { SearchDocument } from "./rows";

/** A document as it is sent: with its vector, or with the word that it has none. */
export type SentDocument = SearchDocument & {
  readonly _vectors?: Readonly<
    Record<string, { readonly embeddings: readonly number[]; readonly regenerate: false } | null>
  >;
};

/** Adds to listings what the model makes of their texts; other documents pass as they are. */
export async function encodeDocuments(
  kind: SearchKind,
  documents: readonly SearchDocument[],
  model: MatchModel,
): Promise<SentDocument[]> {
  if (!isListingKind(kind)) return [...documents];
  const listings = documents as readonly ListingDocument[];
  const texts = listings.map(({ title, body }) => ({ title, text: body }));
  const encoded = await encodeAll(texts, model);
  return listings.map((listing, i) => {
    const one = encoded[i];
    if (one === undefined) throw new Error("every listing has an encoding");
    const vector = one.vector && {
      // Four digits: the fifth is below the error of the table.
      embeddings: Array.from(one.vector, (value) => Math.round(value * 1e4) / 1e4),
      regenerate: false as const,
    };
    return { ...listing, encoding: packListing(one, model), _vectors: { [EMBEDDER]: vector } };
  });
}
