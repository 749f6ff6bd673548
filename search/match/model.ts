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

/** A title that names more things than this is a heap of keywords; of 10,000 real ones one in 200 does. */
const MAX_NAMED = 12;

/** 1 for an ordinary title; less for one that lists words so as to be found by everybody. */
function titleWeight(title: string): number {
  const named = title.split(/[\s、，,；;|/]+/).filter((part) => part !== "").length;
  return Math.min(1, MAX_NAMED / named);
}

const LEAST_TEXT = 60;
/** Share of different pairs of characters; ordinary texts of this length have .6 and more. */
const LEAST_VARIETY = 0.3;

/** 1 for an ordinary text; less for one that says the same words over and over. */
function textWeight(text: string): number {
  const part = text.slice(0, 1_500).replace(/\s+/g, "");
  if (part.length < LEAST_TEXT) return 1;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < part.length; i++) pairs.add(part.slice(i, i + 2));
  return Math.min(1, pairs.size / (part.length - 1) / LEAST_VARIETY);
}

/** A listing as the ranker compares it. */
export interface EncodedListing {
  /** How much of its likeness counts when it is a candidate, 0 to 1. */
  readonly weight: number;
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
    weight: titleWeight(listing.title) * textWeight(listing.text),
    vector: vectors[i] ?? null,
    units: listingVector(listing, model.statistics),
  }));
}

export function packListing(encoded: EncodedListing, model: MatchModel): string {
  return pack(model.tag, encoded.vector, encoded.units, encoded.weight);
}
