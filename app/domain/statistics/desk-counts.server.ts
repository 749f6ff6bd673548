import type { UserActor } from "~/domain/identity/actor";
import type { DbOrTx } from "~/platform/db.server";

/** Figures beside the desk's navigation, for the organisation that the person acts for. */
export async function countDeskWork(
  actor: UserActor,
  db: DbOrTx,
): Promise<{ introductionsWaiting: number; achievementsToCheck: number; needsToCheck: number }> {
  const membership = actor.memberships.find((one) => one.organisationId === actor.organisationId);
  if (!membership) return { introductionsWaiting: 0, achievementsToCheck: 0, needsToCheck: 0 };
  const { organisationId, role } = membership;
  const waiting = { organisationId, state: "ORG_CHECK" };
  const isChecker = role === "OWNER" || role === "ADMIN";
  const [introductionsWaiting, achievementsToCheck, needsToCheck] = await Promise.all([
    db.introduction.count({ where: { toOrganisationId: organisationId, state: "REQUESTED" } }),
    isChecker ? db.achievement.count({ where: waiting }) : 0,
    isChecker ? db.need.count({ where: waiting }) : 0,
  ]);
  return { introductionsWaiting, achievementsToCheck, needsToCheck };
}
