import type { Prisma } from "#prisma/client/client";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";

export const paymentSelect = {
  id: true,
  state: true,
  reference: true,
  purpose: true,
  caseType: true,
  caseId: true,
  itemId: true,
  title: true,
  payerOrganisationId: true,
  payeeOrganisationId: true,
  amountFen: true,
  currency: true,
  method: true,
  stripeSessionId: true,
  stripePaymentIntentId: true,
  attempt: true,
  dueAt: true,
  returnDueAt: true,
  payer: { select: { legalName: true } },
  payee: { select: { legalName: true } },
  refund: { select: { id: true, state: true, method: true } },
  proofs: {
    where: { rejectedAt: null, confirmedAt: null },
    take: 1,
    orderBy: { createdAt: "desc" },
    select: { id: true, amountFen: true, submittedById: true, receivedById: true },
  },
} as const satisfies Prisma.PaymentSelect;

export type PaymentRow = Prisma.PaymentGetPayload<{ select: typeof paymentSelect }>;

export function loadPayments(tx: Tx, ids: readonly string[]): Promise<PaymentRow[]> {
  const where = { id: { in: [...ids] } };
  return tx.payment.findMany({ where, orderBy: { id: "asc" }, select: paymentSelect });
}

/** One payment, its row locked until the transaction ends. @throws DomainError "not_found" (404) */
export async function lockPayment(tx: Tx, paymentId: string): Promise<PaymentRow> {
  if (!isId(paymentId)) throw new DomainError("not_found", { status: 404 });
  await tx.$queryRaw`SELECT 1 FROM "Payment" WHERE id = ${paymentId}::uuid FOR UPDATE`;
  const [row] = await loadPayments(tx, [paymentId]);
  if (!row) throw new DomainError("not_found", { status: 404 });
  return row;
}
