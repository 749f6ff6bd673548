import { countDealsWaiting } from "~/domain/deals/deal-list-queries.server";
import type { UserActor } from "~/domain/identity/actor";
import type { DbOrTx } from "~/platform/db.server";

/** Figures beside the desk's navigation, for the organisation that the person acts for. */
export async function countDeskWork(
  actor: UserActor,
  db: DbOrTx,
): Promise<{
  introductionsWaiting: number;
  achievementsToCheck: number;
  needsToCheck: number;
  /** Deal rooms with something unread, and open invitations, of the person. */
  dealsWaiting: number;
}> {
  const membership = actor.memberships.find((one) => one.organisationId === actor.organisationId);
  const dealsWaiting = await countDealsWaiting(actor, db);
  if (!membership) {
    return { introductionsWaiting: 0, achievementsToCheck: 0, needsToCheck: 0, dealsWaiting };
  }
  const { organisationId, role } = membership;
  const waiting = { organisationId, state: "ORG_CHECK" };
  const isChecker = role === "OWNER" || role === "ADMIN";
  const [introductionsWaiting, achievementsToCheck, needsToCheck] = await Promise.all([
    db.introduction.count({ where: { toOrganisationId: organisationId, state: "REQUESTED" } }),
    isChecker ? db.achievement.count({ where: waiting }) : 0,
    isChecker ? db.need.count({ where: waiting }) : 0,
  ]);
  return { introductionsWaiting, achievementsToCheck, needsToCheck, dealsWaiting };
}
