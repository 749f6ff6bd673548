import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import type { DealMatter } from "./deal-matter-queries.server";
import type { DealSide } from "./deal-role-rules";

/** Publishers who are taken in for a side of which nobody has had a part in it so far. */
const MAX_STAND_INS = 3;

/**
 * The people with whom a room begins, besides who opens it: on each side those who asked, answered,
 * wrote or made the listing and still belong to the organisation; where nobody did, some who publish
 * for it. Everybody else is brought in by name later.
 */
export async function chooseFirstPeople(
  db: DbOrTx,
  matter: DealMatter,
  openerSide: DealSide,
): Promise<{ userId: string; side: DealSide }[]> {
  const involved = await listInvolved(db, matter);
  const people: { userId: string; side: DealSide }[] = [];
  for (const side of ["SUPPLY", "DEMAND"] as const) {
    const organisationId =
      side === "SUPPLY" ? matter.supplyOrganisationId : matter.demandOrganisationId;
    const members = await db.membership.findMany({
      where: {
        organisationId,
        endedAt: null,
        userId: { in: [...involved] },
        user: { deactivatedAt: null },
      },
      select: { userId: true },
    });
    let chosen = members.map((one) => one.userId);
    const isStaffed = chosen.length > 0 || side === openerSide;
    if (!isStaffed) chosen = (await listPublisherIds(db, organisationId)).slice(0, MAX_STAND_INS);
    people.push(...chosen.map((userId) => ({ userId, side })));
  }
  return people;
}

async function listInvolved(db: DbOrTx, matter: DealMatter): Promise<Set<string>> {
  const { introductionId, achievementId, needId } = matter;
  const found = new Set<string>();
  if (introductionId) {
    const introduction = await db.introduction.findUnique({
      where: { id: introductionId },
      select: { requestedById: true },
    });
    if (introduction) found.add(introduction.requestedById);
    const writers = await db.introductionMessage.findMany({
      where: { introductionId },
      distinct: ["authorId"],
      select: { authorId: true },
    });
    for (const { authorId } of writers) found.add(authorId);
    const acceptance = await db.procedureMove.findFirst({
      where: { procedure: "introduction", subjectId: introductionId, move: "accept" },
      select: { actorUserId: true },
    });
    if (acceptance?.actorUserId) found.add(acceptance.actorUserId);
  } else if (achievementId && needId) {
    const answers = await db.matchAnswer.findMany({
      where: { achievementId, needId, answer: "INTERESTED" },
      select: { userId: true },
    });
    for (const { userId } of answers) found.add(userId);
  }
  const listings = await Promise.all([
    achievementId
      ? db.achievement.findUnique({ where: { id: achievementId }, select: { createdById: true } })
      : null,
    needId ? db.need.findUnique({ where: { id: needId }, select: { createdById: true } }) : null,
  ]);
  for (const listing of listings) if (listing) found.add(listing.createdById);
  return found;
}
