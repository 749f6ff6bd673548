import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import type { PaymentPart } from "./payment-part";
import { type PaymentRow, paymentSelect } from "./payment-rows.server";

/**
 * Who a person is to a payment. A payee sees what is owed to it, never a deposit: who applies for a
 * lot is secret until its end.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getPaymentAccess(
  db: DbOrTx,
  paymentId: string,
  actor: UserActor,
): Promise<{ row: PaymentRow; parts: PaymentPart[]; mayPay: boolean }> {
  const notFound = () => new DomainError("not_found", { status: 404 });
  if (!isId(paymentId)) throw notFound();
  const row = await db.payment.findUnique({ where: { id: paymentId }, select: paymentSelect });
  if (!row) throw notFound();
  const isOf = (organisationId: string | null) =>
    actor.memberships.some((one) => one.organisationId === organisationId);
  const parts: PaymentPart[] = [];
  if (isOf(row.payerOrganisationId)) parts.push("PAYER");
  if (row.purpose !== "DEPOSIT" && isOf(row.payeeOrganisationId)) parts.push("PAYEE");
  if (can(actor, "pay.confirm")) parts.push("OPERATOR");
  if (parts.length === 0) throw notFound();
  const mayPay = can(actor, "pay.pay", { organisationId: row.payerOrganisationId });
  return { row, parts, mayPay };
}

/** The same for what only the payer's people and the operators see. */
export async function getPayerAccess(db: DbOrTx, paymentId: string, actor: UserActor) {
  const access = await getPaymentAccess(db, paymentId, actor);
  const sees = access.parts.includes("PAYER") || access.parts.includes("OPERATOR");
  if (!sees) throw new DomainError("not_found", { status: 404 });
  return access;
}
