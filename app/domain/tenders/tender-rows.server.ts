import type { Prisma } from "#prisma/client/client";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";

/** What the procedure reads of a tender. Envelopes and contents of bids are not among it. */
export const tenderSelect = {
  id: true,
  number: true,
  state: true,
  revision: true,
  organisationId: true,
  createdById: true,
  regionCode: true,
  title: true,
  description: true,
  categoryCode: true,
  qualification: true,
  contractTerms: true,
  budgetFen: true,
  bondFen: true,
  criteria: true,
  rules: true,
  rulesHash: true,
  amendmentCount: true,
  earlierTenderId: true,
  issuedAt: true,
  bidsDueAt: true,
  candidatesAt: true,
  candidatesEndAt: true,
  standstillEndsAt: true,
  awardedBidId: true,
  suspendedFrom: true,
  keyHolders: {
    select: {
      id: true,
      role: true,
      userId: true,
      publicKey: true,
      fingerprint: true,
      openedAt: true,
    },
  },
  members: {
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      userId: true,
      kind: true,
      acceptedAt: true,
      recusedAt: true,
      submittedAt: true,
    },
  },
  objections: { select: { outcome: true, handledAt: true } },
  bids: {
    orderBy: { id: "asc" },
    select: {
      id: true,
      number: true,
      state: true,
      organisationId: true,
      userId: true,
      rank: true,
      bondPaymentId: true,
    },
  },
} satisfies Prisma.TenderSelect;

export type TenderRow = Prisma.TenderGetPayload<{ select: typeof tenderSelect }>;

export function loadTenders(tx: Tx, ids: readonly string[]): Promise<TenderRow[]> {
  const where = { id: { in: [...ids] } };
  return tx.tender.findMany({ where, orderBy: { id: "asc" }, select: tenderSelect });
}

/**
 * Locks a tender's row. Everything that writes about a tender or its bids begins with it, so that
 * bids, amendments and the deadline queue here. @throws DomainError "not_found" (404)
 */
export async function lockTender(tx: Tx, tenderId: string): Promise<TenderRow> {
  if (!isId(tenderId)) throw new DomainError("not_found", { status: 404 });
  await tx.$queryRaw`SELECT id FROM "Tender" WHERE id = ${tenderId}::uuid FOR UPDATE`;
  const [row] = await loadTenders(tx, [tenderId]);
  if (!row) throw new DomainError("not_found", { status: 404 });
  return row;
}

/** A stay in the committee that counts: invited and not recused. */
export const seatedMembers = (tender: Pick<TenderRow, "members">) =>
  tender.members.filter((one) => one.recusedAt === null);
