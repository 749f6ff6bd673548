import type { DbOrTx } from "~/platform/db.server";

export type Conflict = "POSTER" | "TAKER" | "AUTHOR" | "SCOUT";

/** Why a person must not appraise a challenge, as the market's own records show it; null if nothing does. */
export async function findConflict(
  db: DbOrTx,
  challengeId: string,
  userId: string,
): Promise<Conflict | null> {
  const [challenge, intentions, memberships] = await Promise.all([
    db.challenge.findUniqueOrThrow({
      where: { id: challengeId },
      select: { organisationId: true, createdById: true },
    }),
    db.challengeIntention.findMany({
      where: { challengeId, state: { not: "WITHDRAWN" } },
      select: { organisationId: true, userId: true, scoutUserId: true },
    }),
    db.membership.findMany({
      where: { userId, endedAt: null },
      select: { organisationId: true },
    }),
  ]);
  const own = new Set(memberships.map((one) => one.organisationId));
  if (own.has(challenge.organisationId) || challenge.createdById === userId) return "POSTER";
  if (intentions.some((one) => own.has(one.organisationId))) return "TAKER";
  if (intentions.some((one) => one.userId === userId)) return "AUTHOR";
  return intentions.some((one) => one.scoutUserId === userId) ? "SCOUT" : null;
}
