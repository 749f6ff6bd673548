import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";

export type OwnListing = {
  kind: "achievement" | "need";
  id: string;
  number: number;
  title: string;
  organisationId: string;
  regionCode: string | null;
  fieldCodes: string[];
};

const columns = {
  id: true,
  number: true,
  title: true,
  organisationId: true,
  regionCode: true,
  fieldCodes: true,
} as const;

/** Why somebody may offer no mandate at all. */
export type OfferRefusal = "NO_ORGANISATION" | "NO_RIGHT" | "NOT_VERIFIED";

/** Organisations in whose name the actor may offer a mandate, or what stands in the way of any. */
export function findOfferers(actor: UserActor): { ids: string[]; refusal: OfferRefusal | null } {
  const able = actor.memberships.filter(({ organisationId }) =>
    can(actor, "mandate.offer", { organisationId }),
  );
  const ids = able.filter((one) => one.isVerified).map((one) => one.organisationId);
  if (ids.length > 0) return { ids, refusal: null };
  if (actor.memberships.length === 0) return { ids, refusal: "NO_ORGANISATION" };
  return { ids, refusal: able.length === 0 ? "NO_RIGHT" : "NOT_VERIFIED" };
}

/** A listing for which the actor may seek a broker. @throws DomainError "not_found" (404) */
export async function getOwnListing(
  db: DbOrTx,
  asked: { achievementId?: string | null | undefined; needId?: string | null | undefined },
  actor: UserActor,
): Promise<OwnListing> {
  const row = asked.achievementId
    ? await db.achievement.findUnique({ where: { id: asked.achievementId }, select: columns })
    : asked.needId
      ? await db.need.findUnique({ where: { id: asked.needId }, select: columns })
      : null;
  const found = assertFound(row);
  if (!can(actor, "mandate.offer", { organisationId: found.organisationId })) {
    throw new DomainError("not_found", { status: 404 });
  }
  return { kind: asked.achievementId ? "achievement" : "need", ...found };
}

export type OtherSide = { listingId: string; title: string; organisationId: string; name: string };

/**
 * Listings whose owners this side already knows: those with an accepted introduction about the own
 * listing. Only with them can a mandate be given by both sides together.
 */
export async function listOtherSides(db: DbOrTx, listing: OwnListing): Promise<OtherSide[]> {
  const isAchievement = listing.kind === "achievement";
  const rows = await db.introduction.findMany({
    where: {
      state: "ACCEPTED",
      ...(isAchievement ? { achievementId: listing.id } : { needId: listing.id }),
      NOT: isAchievement ? { needId: null } : { achievementId: null },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
    select: {
      need: { select: { id: true, title: true, organisation: { select: name } } },
      achievement: { select: { id: true, title: true, organisation: { select: name } } },
    },
  });
  const found = new Map<string, OtherSide>();
  for (const row of rows) {
    const other = isAchievement ? row.need : row.achievement;
    if (!other || other.organisation.id === listing.organisationId) continue;
    const { id, title, organisation } = other;
    found.set(id, {
      listingId: id,
      title,
      organisationId: organisation.id,
      name: organisation.legalName,
    });
  }
  return [...found.values()];
}

const name = { id: true, legalName: true } as const;
