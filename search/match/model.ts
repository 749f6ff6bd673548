import { type Encoding, pack, tagOf, unpack } from "./encoding";
import { listingVector, type UnitVector } from "./relevance";
import { type StoredStatistics, type TermStatistics, toStatistics } from "./statistics";
import { encodeListing } from "./vectors/encode";
import type { VectorTable } from "./vectors/table";

type Texts = { readonly title: string; readonly text: string };

/** Where the vectors of listings come from: a table of word vectors, or an address that gives them. */
export interface VectorSource {
  readonly version: string;
  readonly dimensions: number;
  /** Vectors of length 1 in the order given; null where a text has nothing that is known. */
  encode(listings: readonly Texts[], statistics: TermStatistics): Promise<(Float32Array | null)[]>;
}

export function tableSource(table: VectorTable): VectorSource {
  return {
    version: table.version,
    dimensions: table.dimensions,
    encode: async (listings, statistics) =>
      listings.map((listing) => encodeListing(listing, table, statistics)),
  };
}

/** A listing as the ranker compares it. */
export interface EncodedListing {
  readonly vector: Float32Array | null;
  readonly units: UnitVector;
}

/**
 * Everything that turns texts into what is compared. Index documents and subjects must be encoded by
 * the same model; the tag in every encoding says by which one it was.
 */
export interface MatchModel {
  readonly version: string;
  readonly tag: number;
  readonly table: VectorTable;
  readonly source: VectorSource;
  readonly statistics: TermStatistics;
  /** Encodings of texts that stand in for a catalogue which is still small. */
  readonly background: readonly Encoding[];
}

/**
 * `table` also explains which words are near each other when the vectors come from an address.
 * `stamp` tells the statistics of two counts apart.
 */
export async function makeModel(
  table: VectorTable,
  stored: StoredStatistics,
  stamp: string,
  source: VectorSource = tableSource(table),
): Promise<MatchModel> {
  const statistics = toStatistics(stored, table.prior);
  const version = `${source.version}/${stamp}`;
  const tag = tagOf(version);
  const texts = table.background.map((title) => ({ title, text: "" }));
  // Always by the table: a stand-in is not worth a request.
  const vectors = source.version === table.version ? await source.encode(texts, statistics) : [];
  const background = texts.flatMap((text, i) => {
    const packed = pack(tag, vectors[i] ?? null, listingVector(text, statistics));
    return unpack(packed) ?? [];
  });
  return { version, tag, table, source, statistics, background };
}

export async function encodeAll(
  listings: readonly Texts[],
  model: MatchModel,
): Promise<EncodedListing[]> {
  const vectors = await model.source.encode(listings, model.statistics);
  return listings.map((listing, i) => ({
    vector: vectors[i] ?? null,
    units: listingVector(listing, model.statistics),
  }));
}

export function packListing(encoded: EncodedListing, model: MatchModel): string {
  return pack(model.tag, encoded.vector, encoded.units);
}
