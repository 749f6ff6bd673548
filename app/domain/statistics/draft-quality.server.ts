import { workingContent } from "~/domain/catalogue/listing";
import { LISTING_KINDS, type ListingKind } from "~/domain/catalogue/listing-kind-rules";
import { kindAndContent, loadListings } from "~/domain/catalogue/listing-store.server";
import { missingRequired, qualityOf, qualityScore } from "~/domain/catalogue/quality-rules";
import { calendarDate } from "~/domain/shared/clock";
import type { Db } from "~/platform/db.server";

export type DraftQuality = { score: number; missing: number };

/** How complete the drafts are, from the rules that the wizard shows. */
export async function readDraftQuality(
  db: Db,
  drafts: readonly { kind: ListingKind; id: string }[],
  now: Date,
): Promise<Map<string, DraftQuality>> {
  const today = calendarDate(now);
  const found = await Promise.all(
    LISTING_KINDS.map((kind) => {
      const ids = drafts.filter((one) => one.kind === kind).map((one) => one.id);
      return ids.length > 0 ? loadListings(db, kind, ids) : [];
    }),
  );
  return new Map(
    found.flat().map((listing) => {
      const { legalName, englishName } = listing.organisation;
      const items = qualityOf(kindAndContent(listing, workingContent(listing)), {
        ownerNames: [legalName, ...(englishName ? [englishName] : [])],
        pictureCount: listing.files.filter((file) => file.role === "PICTURE").length,
        today,
      });
      return [
        listing.id,
        { score: qualityScore(items), missing: missingRequired(items).length },
      ] as const;
    }),
  );
}
