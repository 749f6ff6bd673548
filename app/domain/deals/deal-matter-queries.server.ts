import { assertFound } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx, Tx } from "~/platform/db.server";
import type { DealSide } from "./deal-role-rules";

export type OpenDealInput = { introductionId: string } | { needId: string; achievementId: string };

/** Between whom and about what a room would be. */
export type DealMatter = {
  introductionId: string | null;
  achievementId: string | null;
  needId: string | null;
  supplyOrganisationId: string;
  demandOrganisationId: string;
  title: string;
  /** Sides that a room would make known although they have not agreed to an introduction. */
  blindedSides: readonly DealSide[];
  /** Why no new room may be opened now; one that exists is found all the same. */
  refusal: "introduction_not_open" | "deal_no_mutual_interest" | null;
};

const listing = {
  select: { id: true, title: true, organisationId: true, isBlinded: true },
} as const;

/** @throws DomainError "not_found" (404) */
export async function lockIntroduction(tx: Tx, introductionId: string): Promise<DealMatter> {
  assertFound(isId(introductionId) || null);
  await tx.$queryRaw`SELECT id FROM "Introduction" WHERE id = ${introductionId}::uuid FOR UPDATE`;
  const row = assertFound(
    await tx.introduction.findUnique({
      where: { id: introductionId },
      select: {
        state: true,
        fromOrganisationId: true,
        toOrganisationId: true,
        achievement: listing,
        need: listing,
      },
    }),
  );
  const { achievement, need, fromOrganisationId, toOrganisationId } = row;
  // Who holds the achievement supplies; without one, whoever does not hold the need.
  const isFromSupply = achievement
    ? achievement.organisationId === fromOrganisationId
    : need?.organisationId === toOrganisationId;
  return {
    introductionId,
    achievementId: achievement?.id ?? null,
    needId: need?.id ?? null,
    supplyOrganisationId: isFromSupply ? fromOrganisationId : toOrganisationId,
    demandOrganisationId: isFromSupply ? toOrganisationId : fromOrganisationId,
    title: achievement?.title ?? need?.title ?? "",
    blindedSides: [],
    refusal: row.state === "ACCEPTED" ? null : "introduction_not_open",
  };
}

/**
 * A pair of listings that both owners answered with interest. Both rows are locked in the order in
 * which answers lock them. @throws DomainError "not_found" (404)
 */
export async function lockInterest(
  tx: Tx,
  pair: { needId: string; achievementId: string },
): Promise<DealMatter> {
  assertFound((isId(pair.needId) && isId(pair.achievementId)) || null);
  await tx.$queryRaw`SELECT id FROM "Need" WHERE id = ${pair.needId}::uuid FOR NO KEY UPDATE`;
  await tx.$queryRaw`
    SELECT id FROM "Achievement" WHERE id = ${pair.achievementId}::uuid FOR NO KEY UPDATE`;
  const need = assertFound(await tx.need.findUnique({ where: { id: pair.needId }, ...listing }));
  const achievement = assertFound(
    await tx.achievement.findUnique({ where: { id: pair.achievementId }, ...listing }),
  );
  return {
    ...pair,
    introductionId: null,
    supplyOrganisationId: achievement.organisationId,
    demandOrganisationId: need.organisationId,
    title: achievement.title,
    blindedSides: [
      ...(achievement.isBlinded ? (["SUPPLY"] as const) : []),
      ...(need.isBlinded ? (["DEMAND"] as const) : []),
    ],
    refusal: (await isMutual(tx, pair, need.organisationId, achievement.organisationId))
      ? null
      : "deal_no_mutual_interest",
  };
}

async function isMutual(
  db: DbOrTx,
  pair: { needId: string; achievementId: string },
  demandId: string,
  supplyId: string,
): Promise<boolean> {
  if (demandId === supplyId) return false;
  const interested = await db.matchAnswer.count({
    where: { ...pair, answer: "INTERESTED", organisationId: { in: [demandId, supplyId] } },
  });
  return interested === 2;
}

/** The room of this introduction, or a running one of the same two sides in the same matter. */
export async function findOpenDealId(db: DbOrTx, matter: DealMatter): Promise<string | null> {
  const { introductionId, achievementId, needId, supplyOrganisationId, demandOrganisationId } =
    matter;
  const sides = { supplyOrganisationId, demandOrganisationId };
  const running = { state: { in: ["OPEN", "PAUSED", "DISPUTED", "AGREED"] } };
  const found = await db.deal.findFirst({
    where: {
      OR: [
        ...(introductionId ? [{ introductionId }] : []),
        { ...sides, ...running, achievementId, needId },
      ],
    },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return found?.id ?? null;
}
