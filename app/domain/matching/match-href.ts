import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";

/** The owner's page of matches of one listing. */
export function matchesHref(kind: ListingKind, id: string): string {
  return `/desk/matches?kind=${kind}&id=${id}`;
}

/** The public page of a listing. */
export function listingHref(kind: ListingKind, id: string): string {
  return kind === "achievement" ? `/achievements/${id}` : `/needs/${id}`;
}

/** The form that asks for an introduction to the owner of a listing. */
export function requestHref(kind: ListingKind, id: string, ownListingId?: string): string {
  const own = ownListingId ? `&own=${ownListingId}` : "";
  return `/desk/introductions/new?kind=${kind}&id=${id}${own}`;
}

/** The page of one pair: both listings side by side and why they were put together. */
export function pairHref(needId: string, achievementId: string): string {
  return `/matches/${needId}/${achievementId}`;
}

/** The same for machines: inputs, ranker and how to compute the score again. */
export function pairFiguresHref(needId: string, achievementId: string): string {
  return `${pairHref(needId, achievementId)}/figures.json`;
}
