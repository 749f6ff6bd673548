import { achievementMatchListing } from "#search/indexes/achievements";
import type { References } from "#search/indexes/listing-document";
import { needMatchListing } from "#search/indexes/needs";
import type { MatchListing } from "#search/match/types";
import type { Listing } from "~/domain/catalogue/listing";
import {
  achievementChildren,
  achievementColumns,
  needChildren,
  needColumns,
} from "~/domain/catalogue/listing-columns";
import type { KindAndContent } from "~/domain/catalogue/listing-content";

/**
 * What the ranker would see if this content were published now: the same public sections, the same
 * cleaning of text. Nothing is stored.
 */
export function draftMatchListing(
  listing: Listing,
  next: KindAndContent,
  references: References,
  now: Date,
): MatchListing {
  const { id, number, organisation } = listing;
  // Freshness says nothing about what is not public yet.
  const shared = { id, number, organisation, publishedAt: null, expiresAt: null };
  if (next.kind === "need") {
    const row = { ...needColumns(next.content, now), ...needChildren(next.content), ...shared };
    return needMatchListing(row, references);
  }
  const { ipRights } = achievementChildren(next.content);
  const trlVerified = listing.kind === "achievement" ? listing.trlVerified : null;
  const row = { ...achievementColumns(next.content, now), ...shared, ipRights, trlVerified };
  return achievementMatchListing(row, references);
}
