import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ComparedSide, CompareView } from "~/domain/catalogue/compare-view";
import { fieldTexts } from "~/domain/catalogue/content-diff-rules";
import { isListingKind, KIND } from "~/domain/catalogue/listing-kind-rules";
import { toPublic } from "~/domain/catalogue/listing-queries.server";
import { getListing } from "~/domain/catalogue/listing-store.server";
import type { PublicListing } from "~/domain/catalogue/listing-view";
import { commentableFields } from "~/domain/catalogue/review-schema";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { readForReview } from "./review-listing.server";
import { valueReader } from "./value-reader.server";

/** Settings rather than content: they say nothing about whether two listings are the same thing. */
const LEFT_OUT: readonly string[] = ["files", "isBlinded", "sectionVisibility"];

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

/**
 * Loader of the page that puts a listing under review beside one that it may repeat. The other one is
 * shown as far as this reviewer may read it; a stranger's unpublished listing is not there.
 */
export function loadComparison({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request);
    const { kind, id = "", otherId = "" } = params;
    if (!isListingKind(kind) || id === otherId) throw new DomainError("not_found", { status: 404 });
    const db = getDb();
    const listing = await readForReview(db, kind, id, actor);
    const otherListing = await getListing(db, { kind, id: otherId });
    const [candidate, other] = [toPublic(listing, actor), toPublic(otherListing, actor)];
    if (other.state !== "PUBLISHED" && other.grant !== "FULL") {
      throw new DomainError("not_found", { status: 404 });
    }
    const read = await valueReader(request, db);
    const [left, right] = [fieldTexts(candidate.content, read), fieldTexts(other.content, read)];
    const fields = commentableFields(kind).flatMap((one) => one.fields);
    const view: CompareView = {
      kind,
      candidate: sideOf(candidate),
      other: sideOf(other),
      isSameOwner: listing.organisationId === otherListing.organisationId,
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
    const t = getFixedT(request, ["matching", "common"]);
    return { view, title: `${t("matching:compare.title")} · ${t("common:marketName")}` };
  });
}
