import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import type { Db } from "~/platform/db.server";
import type { OpenablePair } from "./opening-view";

/** Pairs shown at once; the newest interest first. */
const MAX_PAIRS = 10;

type PairRow = {
  needId: string;
  achievementId: string;
  needTitle: string;
  achievementTitle: string;
  isNeedOurs: boolean;
  isOtherBlinded: boolean;
};

/**
 * Pairs for which the actor could open a room now: both owners are interested, none has been opened
 * yet, and both listings are still public.
 */
export async function listOpenablePairs(actor: UserActor, db: Db): Promise<OpenablePair[]> {
  const ours = actor.memberships
    .map((one) => one.organisationId)
    .filter((organisationId) => can(actor, "deal.open", { organisationId }));
  if (ours.length === 0) return [];
  const rows = await db.$queryRaw<PairRow[]>`
    SELECT need.id AS "needId", achievement.id AS "achievementId", need.title AS "needTitle",
      achievement.title AS "achievementTitle",
      need."organisationId" = ANY(${ours}::uuid[]) AS "isNeedOurs",
      CASE WHEN need."organisationId" = ANY(${ours}::uuid[]) THEN achievement."isBlinded"
        ELSE need."isBlinded" END AS "isOtherBlinded"
    FROM "MatchAnswer" theirs
    JOIN "Need" need ON need.id = theirs."needId" AND need.state = 'PUBLISHED'
    JOIN "Achievement" achievement
      ON achievement.id = theirs."achievementId" AND achievement.state = 'PUBLISHED'
    JOIN "MatchAnswer" own ON own."needId" = need.id AND own."achievementId" = achievement.id
      AND own.answer = 'INTERESTED' AND own."organisationId" = ANY(${ours}::uuid[])
      AND own."organisationId" <> theirs."organisationId"
    WHERE theirs.answer = 'INTERESTED' AND theirs."organisationId" <> ALL(${ours}::uuid[])
      AND theirs."organisationId" IN (need."organisationId", achievement."organisationId")
      AND own."organisationId" IN (need."organisationId", achievement."organisationId")
      AND NOT EXISTS (
        SELECT 1 FROM "Deal" deal
        WHERE deal."needId" = need.id AND deal."achievementId" = achievement.id)
    ORDER BY greatest(own."updatedAt", theirs."updatedAt") DESC, need.id LIMIT ${MAX_PAIRS}`;
  return rows.map(({ isNeedOurs, isOtherBlinded, ...pair }) => {
    const asked = isNeedOurs
      ? `kind=achievement&id=${pair.achievementId}&own=${pair.needId}`
      : `kind=need&id=${pair.needId}&own=${pair.achievementId}`;
    return {
      ...pair,
      introductionHref: isOtherBlinded ? `/desk/introductions/new?${asked}` : null,
    };
  });
}

/** The room of an introduction, and whether the actor could open one. */
export async function getIntroductionRoom(
  introduction: { id: string; state: string },
  actor: UserActor,
  db: Db,
): Promise<{ dealId: string | null; canOpen: boolean }> {
  const row = await db.introduction.findUniqueOrThrow({
    where: { id: introduction.id },
    select: {
      fromOrganisationId: true,
      toOrganisationId: true,
      deal: { select: { id: true } },
    },
  });
  const sides = [row.fromOrganisationId, row.toOrganisationId];
  const mayOpen = sides.some((organisationId) => can(actor, "deal.open", { organisationId }));
  return {
    dealId: row.deal?.id ?? null,
    canOpen: !row.deal && introduction.state === "ACCEPTED" && mayOpen,
  };
}
