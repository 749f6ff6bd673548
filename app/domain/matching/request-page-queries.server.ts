import type { CodeName } from "#search/indexes/listing-document";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { UserActor } from "~/domain/identity/actor";
import { can, membershipOf } from "~/domain/identity/permission-rules";
import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { Db } from "~/platform/db.server";
import { findCounterparts } from "./counterpart-queries.server";
import { PARTICIPANT_LEVEL } from "./introduction-conduct.server";
import { listingHref } from "./match-href";
import { listOwnListings, type OwnListing } from "./own-listing-queries.server";

export type RequestPage = {
  target: {
    kind: ListingKind;
    id: string;
    title: string;
    href: string;
    owner: { name: string | null; kind: string; region: CodeName | null };
  };
  ownListings: OwnListing[];
  organisationName: string | null;
  replyWorkdays: number;
  /** Code of the reason why this person cannot ask now; null when the form may be filled in. */
  obstacle: string | null;
  /** The request about this listing that waits for an answer. */
  openRequestId: string | null;
};

/**
 * What the form for an introduction needs.
 * @throws DomainError "not_found" for a listing that is not published
 */
export async function getRequestPage(
  kind: ListingKind,
  id: string,
  actor: UserActor,
  db: Db,
): Promise<RequestPage> {
  // Nobody's id as the subject: nothing is left out for belonging to it.
  const nobody = { id, organisationId: "00000000-0000-0000-0000-000000000000" };
  const found = isId(id) ? await findCounterparts(db, kind, [{ id }], kind, nobody, false) : null;
  const target = assertFound(found?.get(id));
  const organisationId = actor.organisationId;
  const membership = membershipOf(actor, organisationId);
  const otherKind: ListingKind = kind === "need" ? "achievement" : "need";
  const [listing, ownListings, replyWorkdays] = await Promise.all([
    kind === "achievement"
      ? db.achievement.findUniqueOrThrow({ where: { id }, select: { organisationId: true } })
      : db.need.findUniqueOrThrow({ where: { id }, select: { organisationId: true } }),
    organisationId ? listOwnListings(db, organisationId, [otherKind]) : [],
    getPolicyNumber(db, "market.introduction.reply_workdays"),
  ]);
  const open = organisationId
    ? await db.introduction.findFirst({
        where: {
          fromOrganisationId: organisationId,
          toOrganisationId: listing.organisationId,
          ...(kind === "need" ? { needId: id } : { achievementId: id }),
          state: "REQUESTED",
        },
        select: { id: true },
      })
    : null;
  return {
    target: {
      kind,
      id,
      title: target.title,
      href: listingHref(kind, id),
      owner: target.owner,
    },
    ownListings,
    organisationName: membership?.organisationName ?? null,
    replyWorkdays,
    obstacle: obstacleOf(),
    openRequestId: open?.id ?? null,
  };

  function obstacleOf(): string | null {
    if (membershipOf(actor, listing.organisationId)) return "introduction_own_listing";
    if (!membership) return "introduction_no_organisation";
    if (!can(actor, "introduction.request", { organisationId })) return "forbidden";
    if (!membership.isVerified) return "introduction_unverified";
    return actor.realNameLevel < PARTICIPANT_LEVEL ? "introduction_real_name" : null;
  }
}
