import { EngineUnavailable } from "#search/engine";
import { titleKey } from "#search/match/score";
import type { Match } from "#search/match/types";
import { loadReferences } from "#search/sync/references";
import { foldSameLength } from "#search/text/normalise";
import { findDuplicates } from "~/domain/catalogue/duplicate-queries.server";
import { type Listing, workingContent } from "~/domain/catalogue/listing";
import { kindAndContent } from "~/domain/catalogue/listing-store.server";
import type { DuplicateView } from "~/domain/catalogue/wizard-view";
import { clock } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";
import { matchSource } from "~/platform/search.server";
import { draftMatchListing } from "./draft-match-listing";
import { inHouseSource } from "./in-house-source";
import { rankLike } from "./rank-like.server";
import { textOverlap } from "./text-overlap-rules";

const SHOWN = 5;
const RANKED = 8;
/** Share of the shorter text that stands in the other, from which on they are called much alike. */
const MUCH_ALIKE = 0.5;

/**
 * Listings that could be the same thing as this one, of anybody: by title and text in the database, and
 * among the likest of the ranker, where a text put in another order is found too. For a person to judge; nothing
 * is refused because of it. While the search engine is away the database answers alone.
 */
export async function findPossibleDuplicates(listing: Listing, db: Db): Promise<DuplicateView[]> {
  const [known, alike] = await Promise.all([findDuplicates(db, listing), rankAlike(listing, db)]);
  const found = known.map(({ number: _, ...one }): DuplicateView => one);
  const fresh = alike.filter((match) => !found.some((one) => one.id === match.candidate.id));
  return [...found, ...(await openOnes(listing, fresh, db))].slice(0, SHOWN);
}

async function rankAlike(listing: Listing, db: Db): Promise<Match[]> {
  try {
    const now = clock.now();
    const references = await loadReferences(db);
    const content = kindAndContent(listing, workingContent(listing));
    const draft = draftMatchListing(listing, content, references, now);
    const title = titleKey(draft.title);
    const text = foldSameLength(draft.text);
    const matches = await rankLike(
      listing.kind,
      draft,
      inHouseSource(await matchSource(now)),
      RANKED,
    );
    return matches.filter(
      (match) =>
        match.candidate.id !== listing.id &&
        (textOverlap(text, foldSameLength(match.candidate.text)) >= MUCH_ALIKE ||
          (title.length >= 4 && titleKey(match.candidate.title) === title)),
    );
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    return [];
  }
}

/** What the index has may have gone from the market since. */
async function openOnes(
  listing: Listing,
  matches: readonly Match[],
  db: Db,
): Promise<DuplicateView[]> {
  if (matches.length === 0) return [];
  const query = {
    where: { id: { in: matches.map((match) => match.candidate.id) }, state: "PUBLISHED" },
    select: { id: true, title: true, state: true, organisationId: true },
  };
  const rows =
    listing.kind === "achievement"
      ? await db.achievement.findMany(query)
      : await db.need.findMany(query);
  const title = titleKey(workingContent(listing).title);
  return matches.flatMap(({ candidate }): DuplicateView[] => {
    const row = rows.find((one) => one.id === candidate.id);
    if (!row) return [];
    const { id, state, organisationId } = row;
    const isSameTitle = titleKey(row.title) === title;
    return [
      {
        ...{ id, state, title: row.title },
        isOwn: organisationId === listing.organisationId,
        titleSimilarity: isSameTitle ? 1 : 0,
        distance: null,
        isMuchAlike: !isSameTitle,
      },
    ];
  });
}
