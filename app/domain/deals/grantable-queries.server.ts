import type { Listing } from "~/domain/catalogue/listing";
import { KIND, type ListingKind, type ListingSection } from "~/domain/catalogue/listing-kind-rules";
import { getListing } from "~/domain/catalogue/listing-store.server";
import { asVisibility, mayRead } from "~/domain/catalogue/visibility-rules";
import type { DbOrTx } from "~/platform/db.server";
import type { DealAccess } from "./deal-access.server";
import type { DealSide } from "./deal-role-rules";

export type Grantable =
  | { value: string; kind: ListingKind; listingId: string; section: ListingSection; file: null }
  | {
      value: string;
      kind: ListingKind;
      listingId: string;
      section: null;
      file: { id: string; name: string };
    };

/** The listing that a side brings into a room: the supply side its achievement, the other its need. */
export async function findOwnListing(
  db: DbOrTx,
  deal: DealAccess["deal"],
  side: DealSide,
): Promise<Listing | null> {
  const kind = side === "SUPPLY" ? "achievement" : "need";
  const id = side === "SUPPLY" ? deal.achievementId : deal.needId;
  if (!id) return null;
  const listing = await getListing(db, { kind, id });
  const ownerId = side === "SUPPLY" ? deal.supplyOrganisationId : deal.demandOrganisationId;
  return listing.organisationId === ownerId ? listing : null;
}

/**
 * Sections and files of a listing that a signed-in reader does not see on its public page, and which
 * the owner can therefore open one by one. A blinded owner's rights and documents are among them.
 */
export function grantablesOf(listing: Listing): Grantable[] {
  const { kind, id: listingId, content } = listing;
  const levels: Partial<Record<ListingSection, unknown>> = content.sectionVisibility;
  const sections = (KIND[kind].sections as readonly ListingSection[]).filter(
    (section) =>
      !mayRead(asVisibility(levels[section]), "SIGNED_IN") ||
      (content.isBlinded && section === "ip"),
  );
  const files = listing.files.filter(
    (file) =>
      !mayRead(file.visibility, "SIGNED_IN") || (content.isBlinded && file.role === "ATTACHMENT"),
  );
  return [
    ...sections.map((section) => ({
      value: `section:${section}`,
      kind,
      listingId,
      section,
      file: null,
    })),
    ...files.map((file) => ({
      value: `file:${file.fileId}`,
      kind,
      listingId,
      section: null,
      file: { id: file.fileId, name: file.name },
    })),
  ];
}
