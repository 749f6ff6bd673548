import type { Prisma } from "#prisma/client/client";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";

export const challengeSelect = {
  id: true,
  number: true,
  state: true,
  revision: true,
  organisationId: true,
  createdById: true,
  needId: true,
  regionCode: true,
  listKind: true,
  title: true,
  background: true,
  content: true,
  targets: true,
  fieldCodes: true,
  cooperation: true,
  posterFen: true,
  publicFen: true,
  publicSource: true,
  ipTerms: true,
  agreementText: true,
  agreementHash: true,
  confidential: true,
  eligibility: true,
  takerMode: true,
  maxTakers: true,
  scoutShareBp: true,
  finishOn: true,
  intentionsDueAt: true,
  publishedAt: true,
  publicityEndsAt: true,
  closedAt: true,
  closeNote: true,
  intentions: {
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      state: true,
      isRelated: true,
      organisationId: true,
      userId: true,
      rank: true,
      scoreHundredths: true,
    },
  },
  experts: {
    orderBy: { id: "asc" },
    select: { id: true, userId: true, acceptedAt: true, recusedAt: true, submittedAt: true },
  },
  objections: {
    orderBy: { number: "asc" },
    select: { id: true, number: true, outcome: true, createdAt: true, raisedById: true },
  },
  takers: { select: { id: true, state: true, organisationId: true, intentionId: true } },
} as const satisfies Prisma.ChallengeSelect;

export type ChallengeRow = Prisma.ChallengeGetPayload<{ select: typeof challengeSelect }>;

/**
 * Locks a challenge before anything that belongs to it, so that all who change one wait in one line.
 * @throws DomainError "not_found" (404)
 */
export async function lockChallenge(tx: Tx, id: string): Promise<ChallengeRow> {
  if (!isId(id)) throw new DomainError("not_found", { status: 404 });
  const locked = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM "Challenge" WHERE id = ${id}::uuid FOR UPDATE`;
  if (locked.length === 0) throw new DomainError("not_found", { status: 404 });
  return tx.challenge.findUniqueOrThrow({ where: { id }, select: challengeSelect });
}
