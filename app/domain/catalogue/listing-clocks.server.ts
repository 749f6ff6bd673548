import { notify } from "~/domain/notifications/notify.server";
import {
  listAdminIds,
  listOperatorIds,
  listPublisherIds,
  listReviewerIds,
} from "~/domain/notifications/recipients-queries.server";
import { calendarDate } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import type { Tx } from "~/platform/db.server";
import { type Listing, responsibleRegion } from "./listing";
import { LISTING_CONDUCT } from "./listing-conduct.server";
import { LISTING_KINDS } from "./listing-kind-rules";
import { deskPath, reviewPath } from "./listing-notices.server";
import { loadListings } from "./listing-store.server";
import { reconfirmPath } from "./reconfirm-link.server";

async function findSubject(tx: Tx, id: string): Promise<Listing | null> {
  for (const kind of LISTING_KINDS) {
    const [listing] = await loadListings(tx, kind, [id]);
    if (listing) return listing;
  }
  return null;
}

async function remindOfExpiry(tx: Tx, listing: Listing): Promise<void> {
  const { expiresAt } = listing;
  if (!expiresAt) return;
  // The link names the person, so each gets their own.
  for (const userId of await listPublisherIds(tx, listing.organisationId)) {
    await notify(tx, {
      userIds: [userId],
      kind: "listingExpiring",
      params: {
        title: listing.content.title,
        date: calendarDate(new Date(expiresAt.getTime() - 1)),
      },
      href: reconfirmPath({ ...listing, expiresAt, userId }),
      dedupeKey: `listing.expiring:${listing.id}:${expiresAt.getTime()}`,
    });
  }
}

/** What a due clock of a listing does: reminders to those who owe an answer, and the expiry itself. */
export const fireListingClock: ClockFiring = async (tx, { subjectId, clock }, actor) => {
  const listing = await findSubject(tx, subjectId);
  if (!listing) return;
  const { title } = listing.content;
  if (clock === "expiry") {
    await advance(tx, LISTING_CONDUCT[listing.kind], listing.id, "expire", actor);
  } else if (clock === "reconfirmNotice") {
    await remindOfExpiry(tx, listing);
  } else if (clock === "organisationCheck") {
    await notify(tx, {
      userIds: await listAdminIds(tx, listing.organisationId),
      kind: "listingCheckRequested",
      params: { title, name: listing.organisation.legalName },
      href: deskPath(listing),
    });
  } else if (clock === "marketReview") {
    const reviewers = await listReviewerIds(tx, responsibleRegion(listing));
    await notify(tx, {
      userIds: [...reviewers, ...(await listOperatorIds(tx))],
      kind: "listingReviewOverdue",
      params: { title },
      href: reviewPath(listing),
    });
  }
};
