import type { Actor } from "~/domain/identity/actor";
import type { DbOrTx } from "~/platform/db.server";
import { achievementContentSchema } from "./achievement-schema";
import type { ListingRef } from "./listing";
import type { KindAndContent } from "./listing-content";
import { KIND } from "./listing-kind-rules";
import { getPublicListing } from "./listing-queries.server";
import { getListing } from "./listing-store.server";
import { visibleAchievement, visibleNeed } from "./listing-view";
import { needContentSchema } from "./need-schema";

export type VersionRow = { number: number; note: string; createdAt: Date } & KindAndContent;

/**
 * The versions of a listing that a reader may see, newest first; in each, what is closed today or
 * was closed then is empty.
 * @throws DomainError "not_found", "listing_gone" as for the listing itself
 */
export async function listVersions(
  db: DbOrTx,
  ref: ListingRef,
  actor: Actor | null,
): Promise<VersionRow[]> {
  const { grant } = await getPublicListing(db, ref, actor);
  const [listing, rows] = await Promise.all([
    getListing(db, ref),
    db.listingVersion.findMany({
      where: { [KIND[ref.kind].foreignKey]: ref.id },
      orderBy: { number: "desc" },
      take: 50,
    }),
  ]);
  return rows.map(({ number, note, createdAt, content }) => {
    const about = { number, note, createdAt };
    if (listing.kind === "achievement") {
      const then = achievementContentSchema.parse(content);
      const seen = visibleAchievement(then, grant, listing.content);
      return { ...about, kind: "achievement", content: seen.content };
    }
    const seen = visibleNeed(needContentSchema.parse(content), grant, listing.content);
    return { ...about, kind: "need", content: seen.content };
  });
}
