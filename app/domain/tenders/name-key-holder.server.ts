import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { getTenderAccess } from "./tender-access.server";
import type { HOLDER_ROLES } from "./tender-bid-schema";
import { deskTenderHref } from "./tender-href";
import { tellOperators, tellTender } from "./tender-notices.server";
import { DRAFTED } from "./tender-procedure";
import { lockTender } from "./tender-rows.server";

export type HolderRole = (typeof HOLDER_ROLES)[number];

/**
 * Names who holds one of the three keys; a key registered before for that role is dropped. The buyer
 * names its own holder, the market names its operator and a third person for the notary's role, all
 * before the buyer hands in the call and confirms them by it.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409), at `email`:
 * "tender_person_unknown", "tender_holder_taken", "tender_holder_side"
 */
export async function nameKeyHolder(
  input: { tenderId: string; role: HolderRole; email: string },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getTenderAccess(tx, input.tenderId, actor);
    const tender = await lockTender(tx, input.tenderId);
    const { organisationId, regionCode } = tender;
    if (input.role === "BUYER") assertCan(actor, "tender.create", { organisationId });
    else assertCan(actor, "tender.operate", { regionCode });
    if (!DRAFTED.includes(tender.state)) throw new DomainError("wrong_state", { status: 409 });
    const userId = await findHolder(tx, input, organisationId);
    const others = tender.keyHolders.filter((one) => one.role !== input.role);
    if (others.some((one) => one.userId === userId)) {
      throw new DomainError("tender_holder_taken", { field: "email" });
    }
    const seat = tender.keyHolders.find((one) => one.role === input.role);
    if (seat?.userId === userId) return;
    if (seat) await tx.tenderKeyHolder.delete({ where: { id: seat.id } });
    const data = { id: newId(), tenderId: tender.id, role: input.role, userId };
    await tx.tenderKeyHolder.create({ data });
    const href = deskTenderHref(tender.id, "key");
    await tellTender(tx, tender, { kind: "tenderKeyWanted", userIds: [userId], href });
    if (input.role === "BUYER") await tellOperators(tx, tender, "tenderHoldersWanted");
    await appendAudit(tx, actor, {
      action: "tender.holder-named",
      subjectType: "Tender",
      subjectId: tender.id,
      detail: { role: input.role, userId },
    });
  });
}

async function findHolder(
  tx: Tx,
  { role, email }: { role: HolderRole; email: string },
  organisationId: string,
): Promise<string> {
  const now = clock.now();
  const user = await tx.user.findFirst({
    where: { email: email.trim().toLowerCase(), emailVerified: true, deactivatedAt: null },
    select: {
      id: true,
      realNameLevel: true,
      memberships: { where: { endedAt: null }, select: { organisationId: true } },
      offices: {
        where: { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
        select: { office: true },
      },
    },
  });
  if (!user || user.realNameLevel < 2) {
    throw new DomainError("tender_person_unknown", { field: "email" });
  }
  const isBuyers = user.memberships.some((one) => one.organisationId === organisationId);
  const isOperator = user.offices.some((one) => one.office === "MARKET_OPERATOR");
  const fits = {
    BUYER: isBuyers && !isOperator,
    MARKET: isOperator && !isBuyers,
    NOTARY: !isOperator && !isBuyers,
  };
  if (!fits[role]) throw new DomainError("tender_holder_side", { field: "email" });
  return user.id;
}
