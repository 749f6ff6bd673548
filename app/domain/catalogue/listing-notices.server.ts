import { notify } from "~/domain/notifications/notify.server";
import {
  listAdminIds,
  listPublisherIds,
  listReviewerIds,
} from "~/domain/notifications/recipients-queries.server";
import type { MoveHook } from "~/domain/shared/procedure/conduct";
import { type Listing, responsibleRegion, workingContent } from "./listing";
import { KIND } from "./listing-kind-rules";
import type { ListingMove } from "./listing-procedure";

/** The owner's page of a listing. */
export function deskPath(listing: Pick<Listing, "kind" | "id">): string {
  return `/desk/${KIND[listing.kind].segment}/${listing.id}`;
}

/** The reviewer's page of a listing. */
export function reviewPath(listing: Pick<Listing, "kind" | "id">): string {
  return `/office/reviews/${KIND[listing.kind].segment}/${listing.id}`;
}

/** Title in a notice; a draft may not have one yet. */
const titleOf = (listing: Listing) => workingContent(listing).title || `#${listing.number}`;

type Hook = MoveHook<Listing>;

const toCheckers: Hook = async ({ tx, actor, subjects }) => {
  for (const listing of subjects) {
    await notify(tx, {
      userIds: await listAdminIds(tx, listing.organisationId),
      kind: "listingCheckRequested",
      params: { title: titleOf(listing), name: actor.name },
      href: deskPath(listing),
      dedupeKey: `listing.check:${listing.id}:${listing.revision}`,
    });
  }
};

const toReviewers: Hook = async ({ tx, subjects }) => {
  for (const listing of subjects) {
    await notify(tx, {
      userIds: await listReviewerIds(tx, responsibleRegion(listing)),
      kind: "listingReviewRequested",
      params: { title: titleOf(listing), organisation: listing.organisation.legalName },
      href: reviewPath(listing),
    });
  }
};

const changeToReviewers: Hook = async ({ tx, subjects, input }) => {
  for (const listing of subjects) {
    await notify(tx, {
      userIds: await listReviewerIds(tx, responsibleRegion(listing)),
      kind: "listingChanged",
      params: {
        title: titleOf(listing),
        organisation: listing.organisation.legalName,
        note: input.note ?? "",
      },
      href: reviewPath(listing),
    });
  }
};

function toOwners(kind: "listingPublished" | "listingExpired"): Hook {
  return async ({ tx, subjects }) => {
    for (const listing of subjects) {
      await notify(tx, {
        userIds: await listPublisherIds(tx, listing.organisationId),
        kind,
        params: { title: titleOf(listing) },
        href: deskPath(listing),
      });
    }
  };
}

function toOwnersWithNote(
  kind: "listingCheckFailed" | "listingReturned" | "listingTakenDown",
): Hook {
  return async ({ tx, subjects, input }) => {
    for (const listing of subjects) {
      await notify(tx, {
        userIds: await listPublisherIds(tx, listing.organisationId),
        kind,
        params: { title: titleOf(listing), note: input.note ?? "" },
        href: deskPath(listing),
      });
    }
  };
}

/** Whom a move of a listing is told to. Imported listings are told about once, by the import. */
export const LISTING_NOTICES: Partial<Record<ListingMove, Hook>> = {
  submit: toCheckers,
  checkPassed: toReviewers,
  checkFailed: toOwnersWithNote("listingCheckFailed"),
  publish: toOwners("listingPublished"),
  publishChange: changeToReviewers,
  returnForCorrection: toOwnersWithNote("listingReturned"),
  takeDown: toOwnersWithNote("listingTakenDown"),
  expire: toOwners("listingExpired"),
};
