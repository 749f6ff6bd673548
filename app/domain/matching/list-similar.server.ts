import { EngineUnavailable } from "#search/engine";
import { loadReferences } from "#search/sync/references";
import { loadMatchListing } from "#search/sync/rows";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { matchSource } from "~/platform/search.server";
import { LISTING_COLUMNS, ownerView } from "./counterpart-queries.server";
import { listingHref } from "./match-href";
import { rankLike } from "./rank-like.server";
import { toRanked } from "./ranked-match";
import { type RankedMatch, rememberRanking } from "./ranking-memory.server";
import type { SimilarItem, SimilarView } from "./similar-view";

const SHOWN = 4;
/** Ranked before what is not public any more is taken out. */
const DEPTH = 12;
const WORDS = 3;

/**
 * Published listings of the same kind that are like a published one, of anybody, at most four. None
 * while the search engine is away: a page lives without them.
 */
export async function listSimilar(
  kind: ListingKind,
  listing: { id: string; versionNumber: number },
  db: Db,
): Promise<SimilarView> {
  try {
    const ranked = await rankSimilar(kind, listing, db);
    return { kind, items: await openOnes(kind, ranked, db) };
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    return { kind, items: [] };
  }
}

function rankSimilar(
  kind: ListingKind,
  listing: { id: string; versionNumber: number },
  db: Db,
): Promise<RankedMatch[]> {
  // Beside the listing's matches in the same memory, under a name of its own.
  return rememberRanking(kind, `similar:${listing.id}`, listing.versionNumber, async () => {
    const subject = await loadMatchListing(db, kind, listing.id, await loadReferences(db));
    if (!subject) return [];
    const matches = await rankLike(kind, subject, await matchSource(clock.now()), DEPTH);
    // What two of a kind lack or ask of each other means nothing.
    return matches.map((match) => ({ ...toRanked(kind, subject, match), hints: [] }));
  });
}

async function openOnes(
  kind: ListingKind,
  ranked: readonly RankedMatch[],
  db: Db,
): Promise<SimilarItem[]> {
  const related = ranked.filter((match) => match.band !== "low");
  if (related.length === 0) return [];
  const where = {
    id: { in: related.map((match) => match.id) },
    state: "PUBLISHED",
    OR: [{ expiresAt: null }, { expiresAt: { gt: clock.now() } }],
  };
  const rows =
    kind === "achievement"
      ? (
          await db.achievement.findMany({
            where,
            select: { ...LISTING_COLUMNS, trlVerified: true, trlDeclared: true },
          })
        ).map((row) => ({ ...row, trl: row.trlVerified ?? row.trlDeclared }))
      : (await db.need.findMany({ where, select: { ...LISTING_COLUMNS, trlWanted: true } })).map(
          (row) => ({ ...row, trl: row.trlWanted }),
        );
  const found = new Map(rows.map((row) => [row.id, row]));
  const items = related.flatMap((match): SimilarItem[] => {
    const row = found.get(match.id);
    if (!row) return [];
    return [
      {
        id: row.id,
        kind,
        href: listingHref(kind, row.id),
        title: row.title,
        titleSegments:
          row.title === match.title ? match.titleSegments : [{ text: row.title, match: false }],
        band: match.band,
        owner: ownerView(row),
        trl: row.trl,
        publishedAt: row.publishedAt?.toISOString() ?? null,
        words: match.phrases.slice(0, WORDS).map((phrase) => phrase.text),
      },
    ];
  });
  return items.slice(0, SHOWN);
}
