import { coversRegion } from "~/domain/identity/region-rules";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";

/**
 * The persons who act for an organisation in its listings: members with the scope PUBLISH, or its
 * owners and administrators when nobody has that scope.
 */
export async function listPublisherIds(db: DbOrTx, organisationId: string): Promise<string[]> {
  const members = await db.membership.findMany({
    where: { organisationId, endedAt: null, user: { deactivatedAt: null } },
    select: { userId: true, role: true, scopes: true },
  });
  const publishers = members.filter((one) => one.scopes.includes("PUBLISH"));
  const chosen =
    publishers.length > 0 ? publishers : members.filter((one) => one.role !== "MEMBER");
  return chosen.map((one) => one.userId);
}

/** Owners and administrators of an organisation. */
export async function listAdminIds(db: DbOrTx, organisationId: string): Promise<string[]> {
  const members = await db.membership.findMany({
    where: {
      organisationId,
      endedAt: null,
      role: { in: ["OWNER", "ADMIN"] },
      user: { deactivatedAt: null },
    },
    select: { userId: true },
  });
  return members.map((one) => one.userId);
}

/**
 * Persons with a reviewer's seat that covers a region now; the operators when no reviewer does.
 * A null region is covered by seats for the whole market only.
 */
export async function listReviewerIds(db: DbOrTx, regionCode: string | null): Promise<string[]> {
  const now = clock.now();
  const seats = await db.officeAssignment.findMany({
    where: {
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
      user: { deactivatedAt: null },
    },
    select: { userId: true, office: true, regionCode: true },
  });
  const covering = seats.filter((seat) => coversRegion(seat.regionCode, regionCode));
  const reviewers = covering.filter((seat) => seat.office === "REVIEWER");
  const chosen = reviewers.length > 0 ? reviewers : covering;
  return [...new Set(chosen.map((seat) => seat.userId))];
}

/** Market operators with a running seat. */
export async function listOperatorIds(db: DbOrTx): Promise<string[]> {
  const now = clock.now();
  const seats = await db.officeAssignment.findMany({
    where: {
      office: "MARKET_OPERATOR",
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
      user: { deactivatedAt: null },
    },
    select: { userId: true },
  });
  return [...new Set(seats.map((seat) => seat.userId))];
}
