import {
  askEngine,
  EngineUnavailable,
  indexUid,
  type ListingKind,
  type SearchEngine,
} from "../engine";
import type { ListingDocument } from "../indexes/listing-document";
import { measureBackground } from "./background";
import { Comparison, type Encoding, unpack } from "./encoding";
import { findCandidates } from "./first-stage";
import { type EncodedListing, encodeAll, type MatchModel, packListing } from "./model";
import type { Ranker } from "./rankers";
import { explainCandidates, orderCandidates, type ScoredCandidate } from "./score";
import type { Match, MatchListing, MatchOptions } from "./types";

/** Everything that ranking needs from outside. */
export interface MatchSource {
  readonly engine: SearchEngine;
  readonly model: MatchModel;
  readonly ranker: Ranker;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Encodings that stand for the catalogue at large. */
  background(kind: ListingKind): Promise<readonly Encoding[]>;
  /** A source for the model that the index has been made with since; called when the tags differ. */
  renew?(): Promise<MatchSource>;
}

export const DEFAULT_LIMIT = 20;
/** Terms may move a listing within the best of the texts, this many times the list's length. */
const FIT_DEPTH = 3;

const RETRIEVED: (keyof ListingDocument)[] = [
  "id",
  "title",
  "body",
  "fields",
  "industries",
  "province",
  "city",
  "district",
  "modes",
  "trl",
  "trlVerified",
  "priceKind",
  "priceMinFen",
  "priceMaxFen",
  "publishedAt",
  "organisationId",
];

/** Achievements for a need, best first. Throws EngineUnavailable when Meilisearch does not answer. */
export function rankForNeed(
  need: MatchListing,
  source: MatchSource,
  options: MatchOptions = {},
): Promise<Match[]> {
  return rankListings("need", "achievement", need, source, options);
}

/** Needs for an achievement, best first. Throws EngineUnavailable when Meilisearch does not answer. */
export function rankForAchievement(
  achievement: MatchListing,
  source: MatchSource,
  options: MatchOptions = {},
): Promise<Match[]> {
  return rankListings("achievement", "need", achievement, source, options);
}

/**
 * Listings of one kind for a listing of the same or the other kind, best first, with reasons. For the
 * same kind the list means "similar" and has no fit.
 * @throws EngineUnavailable when Meilisearch does not answer or its index is being made anew
 */
export async function rankListings(
  subjectKind: ListingKind,
  wantedKind: ListingKind,
  subject: MatchListing,
  source: MatchSource,
  options: MatchOptions = {},
): Promise<Match[]> {
  const limit = options.limit ?? DEFAULT_LIMIT;
  const ranked = await rankTexts(wantedKind, subject, source, options);
  const best = ranked.scored.slice(0, limit * FIT_DEPTH);
  const listings = await fetchListings(
    ranked.source,
    wantedKind,
    best.map((entry) => entry.id),
  );
  const { encoded } = ranked;
  const { model, ranker, now } = ranked.source;
  const context = { subjectKind, wantedKind, subject, encoded, model, ranker, now };
  return explainCandidates(best, listings, context, limit);
}

/** The whole first stage in the order of the texts, without reasons; for measuring and for stored lists. */
export async function rankTexts(
  wantedKind: ListingKind,
  subject: MatchListing,
  source: MatchSource,
  options: MatchOptions = {},
): Promise<{ scored: ScoredCandidate[]; encoded: EncodedListing; source: MatchSource }> {
  const { model } = source;
  const [encoded] = await encodeAll([subject], model);
  if (encoded === undefined) throw new Error("one listing has one encoding");
  const { vector } = encoded;
  const query = { wanted: wantedKind, subject, vector, statistics: model.statistics };
  const hits = await findCandidates(source.engine, query, options);
  const candidates = hits.flatMap((hit) => {
    const encoding = unpack(hit.encoding);
    return encoding?.tag === model.tag ? [{ ...hit, encoding }] : [];
  });
  // Some of another model: a rebuild has just taken the index's place. None at all: wait for it.
  if (candidates.length < hits.length / 2) {
    if (source.renew) {
      return rankTexts(wantedKind, subject, withoutRenewal(await source.renew()), options);
    }
    throw new EngineUnavailable(new Error("the index was made by another model"));
  }
  const excluded = new Set(options.excludeIds ?? []);
  const own = options.excludeOrganisationId ?? null;
  const comparison = new Comparison(vector, encoded.units);
  const background = measureBackground(comparison, await source.background(wantedKind));
  const open = candidates.filter(
    (hit) =>
      hit.id !== subject.id &&
      !excluded.has(hit.id) &&
      (own === null || hit.organisationId !== own),
  );
  return { scored: orderCandidates(comparison, open, background, source.ranker), encoded, source };
}

function withoutRenewal({ engine, model, ranker, now, background }: MatchSource): MatchSource {
  return { engine, model, ranker, now, background };
}

/**
 * The ranker's opinion of these very listings, which need not be in its own list.
 * @throws EngineUnavailable
 */
export async function scoreListings(
  subjectKind: ListingKind,
  wantedKind: ListingKind,
  subject: MatchListing,
  others: readonly MatchListing[],
  source: MatchSource,
): Promise<Match[]> {
  const { model, ranker, now } = source;
  const [encoded, ...rest] = await encodeAll([subject, ...others], model);
  if (encoded === undefined) return [];
  const comparison = new Comparison(encoded.vector, encoded.units);
  const background = measureBackground(comparison, await source.background(wantedKind));
  const candidates = others.flatMap((listing, i) => {
    const other = rest[i];
    const encoding = other && unpack(packListing(other, model));
    const { id, title, publishedAt } = listing;
    return encoding ? [{ id, title, publishedAt: publishedAt ?? 0, encoding }] : [];
  });
  const scored = orderCandidates(comparison, candidates, background, ranker);
  const listings = new Map(others.map((listing) => [listing.id, listing]));
  const context = { subjectKind, wantedKind, subject, encoded, model, ranker, now };
  return explainCandidates(scored, listings, context, others.length);
}

async function fetchListings(
  { engine }: MatchSource,
  kind: ListingKind,
  ids: readonly string[],
): Promise<Map<string, MatchListing>> {
  if (ids.length === 0) return new Map();
  const index = engine.client.index<ListingDocument>(indexUid(engine, kind));
  const documents = await askEngine(() =>
    index.getDocuments({ ids: [...ids], limit: ids.length, fields: RETRIEVED }),
  );
  return new Map(documents.results.map((document) => [document.id, toMatchListing(document)]));
}

function toMatchListing(document: ListingDocument): MatchListing {
  return {
    id: document.id,
    title: document.title,
    text: document.body,
    fieldCodes: document.fields,
    industryCodes: document.industries,
    regionCodes: [document.province, document.city, document.district].filter(
      (code) => code !== null,
    ),
    modes: document.modes,
    trl: document.trl,
    trlVerified: document.trlVerified,
    priceKind: document.priceKind,
    priceMinFen: document.priceMinFen,
    priceMaxFen: document.priceMaxFen,
    publishedAt: document.publishedAt === 0 ? null : document.publishedAt,
    organisationId: document.organisationId,
  };
}
