import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import type { ComparedSide, CompareView } from "./compare-view";
import { fieldTexts, type ValueReader } from "./content-diff-rules";
import { type Listing, responsibleRegion } from "./listing";
import { KIND, type ListingKind } from "./listing-kind-rules";
import { toPublic } from "./listing-queries.server";
import { getListing } from "./listing-store.server";
import type { PublicListing } from "./listing-view";
import { commentableFields } from "./review-schema";

/** Settings rather than content: they say nothing about whether two listings are the same thing. */
const LEFT_OUT: readonly string[] = ["files", "isBlinded", "sectionVisibility"];
/** States in which there is nothing for a reviewer to read yet. */
const NOT_SHOWN: readonly Listing["state"][] = ["DRAFT", "ORG_CHECK"];

/**
 * A listing under review beside one that it may repeat, field by field. The other one is shown as far as
 * this reviewer may read it; a stranger's unpublished listing is not there. `read` says values in words.
 * @throws DomainError "forbidden" (403), "not_found" (404)
 */
export async function getComparison(
  input: { kind: ListingKind; id: string; otherId: string },
  actor: UserActor,
  read: ValueReader,
  db: Db,
): Promise<CompareView> {
  const { kind, id, otherId } = input;
  if (id === otherId) throw new DomainError("not_found", { status: 404 });
  const listing = await getListing(db, { kind, id });
  assertCan(actor, "listing.review", { regionCode: responsibleRegion(listing) });
  if (NOT_SHOWN.includes(listing.state)) throw new DomainError("not_found", { status: 404 });
  const otherListing = await getListing(db, { kind, id: otherId });
  const [candidate, other] = [toPublic(listing, actor), toPublic(otherListing, actor)];
  if (other.state !== "PUBLISHED" && other.grant !== "FULL") {
    throw new DomainError("not_found", { status: 404 });
  }
  const [left, right] = [fieldTexts(candidate.content, read), fieldTexts(other.content, read)];
  const fields = commentableFields(kind).flatMap((one) => one.fields);
  return {
    kind,
    candidate: sideOf(candidate),
    other: sideOf(other),
    isSameOwner: !other.owner.isBlinded && listing.organisationId === otherListing.organisationId,
    rows: fields
      .filter((field) => !LEFT_OUT.includes(field))
      .map((field) => ({
        field,
        candidate: left.get(field) ?? "",
        other: right.get(field) ?? "",
      }))
      .filter((row) => row.candidate !== "" || row.other !== "")
      .map((row) => ({ ...row, isEqual: row.candidate === row.other })),
  };
}

function sideOf(listing: PublicListing): ComparedSide {
  return {
    id: listing.id,
    title: listing.content.title,
    state: listing.state,
    organisationName: listing.owner.isBlinded ? null : listing.owner.legalName,
    publishedAt: listing.publishedAt,
    href: `/${KIND[listing.kind].segment}/${listing.id}`,
  };
}
