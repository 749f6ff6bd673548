import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockDeal } from "./deal-access.server";

export const publicitySelect = {
  id: true,
  number: true,
  state: true,
  dealId: true,
  termSheetId: true,
  organisationId: true,
  title: true,
  minutesFileId: true,
  startedAt: true,
  endsAt: true,
  termSheet: { select: { content: true } },
  objections: { select: { outcome: true } },
  deal: { select: { id: true, title: true } },
};

export type PublicityRow = {
  id: string;
  number: number;
  state: string;
  dealId: string;
  termSheetId: string;
  organisationId: string;
  title: string;
  minutesFileId: string | null;
  startedAt: Date | null;
  endsAt: Date | null;
  termSheet: { content: unknown };
  objections: { outcome: string | null }[];
  deal: { id: string; title: string };
};

/** Publicities that stand for the room now; at most one (unique index publicity_open). */
export const STANDING = ["PROPOSED", "APPROVED", "PUBLICITY", "OBJECTION_HANDLING", "CLEARED"];

export function findStandingPublicity(db: DbOrTx, dealId: string) {
  return db.pricingPublicity.findFirst({
    where: { dealId, state: { in: STANDING } },
    select: publicitySelect,
  });
}

/** Locks the room and then the publicity. @throws DomainError "not_found" (404) */
export async function lockPublicity(tx: Tx, publicityId: string): Promise<PublicityRow> {
  const notFound = () => new DomainError("not_found", { status: 404 });
  if (!isId(publicityId)) throw notFound();
  const where = { id: publicityId };
  const found = await tx.pricingPublicity.findUnique({ where, select: { dealId: true } });
  if (!found) throw notFound();
  await lockDeal(tx, found.dealId);
  await tx.$queryRaw`SELECT id FROM "PricingPublicity" WHERE id = ${publicityId}::uuid FOR UPDATE`;
  return tx.pricingPublicity.findUniqueOrThrow({ where, select: publicitySelect });
}
