import { lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { instalmentConduct } from "./instalment-conduct.server";
import { getPaymentAccess } from "./payment-access.server";
import { dateText, findRunningContract } from "./plan-rows.server";
import { royaltyDue } from "./plan-rules";

/**
 * The payer states the base of a royalty period; the amount follows from rate and cap of the terms.
 * May be stated again until a proof of payment is given.
 * @throws DomainError "forbidden" (403), "not_a_royalty", "royalty_period_open", "wrong_state" (409)
 */
export async function stateRoyalty(
  input: { instalmentId: string; baseFen: bigint },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const access = await getPaymentAccess(db, input.instalmentId, actor);
  assertCan(actor, "payment.prove", { organisationId: access.payerId });
  await inTransaction(db, async (tx) => {
    await lockDeal(tx, access.dealId);
    const row = await tx.instalment.findUniqueOrThrow({ where: { id: input.instalmentId } });
    const contract = await findRunningContract(tx, { id: access.contractId });
    const royalty = contract?.content.price.royalty;
    if (row.kind !== "ROYALTY" || !royalty) {
      throw new DomainError("not_a_royalty", { status: 409 });
    }
    const periodTo = dateText(row.periodTo);
    if (periodTo && periodTo > calendarDate(clock.now())) {
      throw new DomainError("royalty_period_open", { status: 409, params: { date: periodTo } });
    }
    const settled = await settledRoyalties(tx, access.contractId, row.id);
    const amount = royaltyDue(input.baseFen, royalty, settled);
    if (row.state === "PLANNED") {
      await tx.instalment.update({
        where: { id: row.id },
        data: {
          baseFen: input.baseFen,
          amountFen: amount > 0n ? amount : null,
          statedById: actor.userId,
          statedAt: clock.now(),
        },
      });
    }
    await advance(tx, instalmentConduct, row.id, "stateAmount", actor, {
      base: royalty.base,
      baseFen: input.baseFen.toString(),
      rateBp: royalty.rateBp,
      capFen: royalty.capFen,
      settledFen: settled.toString(),
      amountFen: amount.toString(),
    });
  });
}

async function settledRoyalties(tx: Tx, contractId: string, exceptId: string): Promise<bigint> {
  const { _sum } = await tx.instalment.aggregate({
    where: { contractId, kind: "ROYALTY", id: { not: exceptId }, state: { not: "CANCELLED" } },
    _sum: { amountFen: true },
  });
  return _sum.amountFen ?? 0n;
}
