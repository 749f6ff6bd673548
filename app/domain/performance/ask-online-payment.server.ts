import { lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { requestPayment } from "~/domain/payments/request-payment.server";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { canReceiveOnline, ONLINE_CASE } from "./online-payment.server";
import { getPaymentAccess } from "./payment-access.server";

/** From midnight in UTC, as a date is stored, to the end of that day in China. */
const END_OF_DAY_MS = 16 * 3_600_000;

/**
 * A treasurer of the payee agrees that an instalment may be paid online, to the payee's own account at
 * the payment provider, and asks the payer for it. The payer may still pay by bank transfer. Asked
 * again, the same request stands.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state", "instalment_not_online" (409)
 */
export async function askOnlinePayment(
  input: { instalmentId: string },
  actor: UserActor,
  db: Db,
): Promise<{ paymentId: string }> {
  const access = await getPaymentAccess(db, input.instalmentId, actor);
  const { contractId, payerId, payeeId } = access;
  assertCan(actor, "payment.confirm", { organisationId: payeeId });
  return inTransaction(db, async (tx) => {
    await lockDeal(tx, access.dealId);
    const row = await tx.instalment.findUniqueOrThrow({
      where: { id: input.instalmentId },
      include: { contract: { select: { title: true, state: true } } },
    });
    if (row.state !== "PLANNED" || row.contract.state !== "SIGNED" || row.amountFen === null) {
      throw new DomainError("wrong_state", { status: 409 });
    }
    if (!(await canReceiveOnline(tx, payeeId, row.amountFen))) {
      throw new DomainError("instalment_not_online", { status: 409 });
    }
    const payment = await requestPayment(
      tx,
      {
        purpose: "INSTALMENT",
        caseType: ONLINE_CASE,
        caseId: contractId,
        itemId: row.id,
        title: [row.contract.title, row.title].filter(Boolean).join(" · "),
        payerOrganisationId: payerId,
        payeeOrganisationId: payeeId,
        amountFen: row.amountFen,
        dueAt: row.dueOn && new Date(row.dueOn.getTime() + END_OF_DAY_MS),
      },
      actor,
    );
    return { paymentId: payment.id };
  });
}
