import { getDealAccess } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";

export type PaymentAccess = {
  instalmentId: string;
  contractId: string;
  dealId: string;
  payerId: string;
  payeeId: string;
  /** Sides for which the person handles the money. */
  treasurerOf: ("PAYER" | "PAYEE")[];
  /** The person may also enter the room. */
  isInRoom: boolean;
};

/**
 * Who a person is to a payment: a treasurer of payer or payee, who need not take part in the room, or
 * somebody of a side in the room, who looks on. Brokers and invited people see the plan, not the papers.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getPaymentAccess(
  db: DbOrTx,
  instalmentId: string,
  actor: UserActor,
): Promise<PaymentAccess> {
  const notFound = () => new DomainError("not_found", { status: 404 });
  if (!isId(instalmentId)) throw notFound();
  const row = await db.instalment.findUnique({
    where: { id: instalmentId },
    select: {
      contractId: true,
      contract: {
        select: {
          dealId: true,
          deal: { select: { supplyOrganisationId: true, demandOrganisationId: true } },
        },
      },
    },
  });
  if (!row) throw notFound();
  const { dealId, deal } = row.contract;
  const treasurerOf: PaymentAccess["treasurerOf"] = [];
  if (can(actor, "payment.prove", { organisationId: deal.demandOrganisationId })) {
    treasurerOf.push("PAYER");
  }
  if (can(actor, "payment.confirm", { organisationId: deal.supplyOrganisationId })) {
    treasurerOf.push("PAYEE");
  }
  const side = await sideInRoom(db, dealId, actor);
  if (treasurerOf.length === 0 && !side) throw notFound();
  return {
    instalmentId,
    contractId: row.contractId,
    dealId,
    payerId: deal.demandOrganisationId,
    payeeId: deal.supplyOrganisationId,
    treasurerOf,
    isInRoom: side !== null,
  };
}

async function sideInRoom(db: DbOrTx, dealId: string, actor: UserActor) {
  try {
    return (await getDealAccess(db, dealId, actor)).side;
  } catch (error) {
    if (error instanceof DomainError && error.status === 404) return null;
    throw error;
  }
}
