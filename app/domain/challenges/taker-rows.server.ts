import type { Prisma } from "#prisma/client/client";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { lockChallenge } from "./challenge-rows.server";

export const takerSelect = {
  id: true,
  state: true,
  challengeId: true,
  intentionId: true,
  organisationId: true,
  stage: true,
  rewardFen: true,
  scoutRewardFen: true,
  resultNote: true,
  endedAt: true,
  organisation: { select: { legalName: true } },
  intention: { select: { number: true, scoutUserId: true } },
  deal: { select: { id: true, state: true } },
  milestones: {
    orderBy: { sort: "asc" },
    select: { id: true, sort: true, state: true, title: true, measured: true },
  },
  challenge: {
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      organisationId: true,
      regionCode: true,
      targets: true,
      posterFen: true,
      publicFen: true,
      takerMode: true,
      scoutShareBp: true,
      takers: { select: { id: true, state: true, rewardFen: true } },
      experts: { select: { userId: true, acceptedAt: true, recusedAt: true } },
    },
  },
} as const satisfies Prisma.ChallengeTakerSelect;

export type TakerRow = Prisma.ChallengeTakerGetPayload<{ select: typeof takerSelect }>;

/**
 * A taker with its challenge locked first: the race's money and the other takers stand still.
 * @throws DomainError "not_found" (404)
 */
export async function lockTaker(tx: Tx, id: string): Promise<TakerRow> {
  const found = isId(id)
    ? await tx.challengeTaker.findUnique({ where: { id }, select: { challengeId: true } })
    : null;
  if (!found) throw new DomainError("not_found", { status: 404 });
  await lockChallenge(tx, found.challengeId);
  return tx.challengeTaker.findUniqueOrThrow({ where: { id }, select: takerSelect });
}
