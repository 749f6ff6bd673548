import { appendAudit } from "~/domain/audit/append-audit.server";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { dueInstant } from "~/domain/shared/procedure/run-clocks.server";
import type { Tx } from "~/platform/db.server";
import { onBehalf } from "./on-behalf";
import { paymentConduct } from "./payment-conduct.server";
import { tellOfPayment } from "./payment-notices.server";
import type { PaymentCase, PaymentPurpose } from "./payment-procedure";
import { referenceOf } from "./payment-reference-rules";

export type PaymentRequest = {
  purpose: PaymentPurpose;
  caseType: PaymentCase;
  caseId: string;
  /** Row within the case that the payment belongs to: application, bid, purchase, instalment. */
  itemId?: string | null;
  title: string;
  payerOrganisationId: string;
  payeeOrganisationId?: string | null;
  amountFen: bigint;
  /** Left out: the market's usual period; null: no limit. */
  dueAt?: Date | null;
};

const market = systemActor("payments");

/**
 * Asks an organisation for a payment, inside the transaction of the case that has checked who may.
 * The same live request again gives the same payment; one that was cancelled or has lapsed is asked
 * for anew under its old reference.
 */
export async function requestPayment(
  tx: Tx,
  request: PaymentRequest,
  actor: Actor,
): Promise<{ id: string; reference: string }> {
  const now = clock.now();
  const key = `${request.caseType}:${request.caseId}:${request.itemId ?? request.payerOrganisationId}:${request.purpose}`;
  // Two requests at once for the same thing: the second waits here and finds the first one's row.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 722041))`;
  const { dueAt: wanted, ...values } = request;
  const term = { unit: "WORKDAY", parameter: "market.payment.due_workdays" } as const;
  const dueAt = wanted === undefined ? await dueInstant(tx, term, now) : wanted;
  const found = await findSame(tx, request);
  if (found) {
    const isOver = found.state === "CANCELLED" || found.state === "LAPSED";
    if (isOver) {
      const { title, payerOrganisationId, amountFen } = values;
      const payeeOrganisationId = values.payeeOrganisationId ?? null;
      const data = { title, payerOrganisationId, payeeOrganisationId, amountFen, dueAt };
      await tx.payment.update({ where: { id: found.id }, data });
      await advance(tx, paymentConduct, found.id, "askAgain", market, onBehalf(actor));
    }
    return { id: found.id, reference: found.reference };
  }
  const [next] = await tx.$queryRaw<{ number: number }[]>`
    SELECT nextval(pg_get_serial_sequence('"Payment"', 'number'))::int AS number`;
  const number = next?.number ?? 0;
  const id = newId();
  const reference = referenceOf(number);
  const row = {
    ...values,
    id,
    number,
    reference,
    itemId: values.itemId ?? null,
    payeeOrganisationId: values.payeeOrganisationId ?? null,
    dueAt,
    createdAt: now,
    createdById: actor.kind === "USER" ? actor.userId : null,
  };
  await tx.payment.create({ data: row });
  await tellOfPayment(tx, row, "payDue", "", now);
  await appendAudit(tx, actor, {
    action: "payment.request",
    subjectType: "Payment",
    subjectId: id,
    detail: {
      ...{ purpose: row.purpose, caseType: row.caseType, caseId: row.caseId },
      amountFen: row.amountFen.toString(),
    },
  });
  return { id, reference };
}

function findSame(tx: Tx, request: PaymentRequest) {
  const { caseType, caseId, purpose, payerOrganisationId } = request;
  const item = request.itemId ? { itemId: request.itemId } : { itemId: null, payerOrganisationId };
  return tx.payment.findFirst({
    where: { caseType, caseId, purpose, ...item },
    orderBy: { createdAt: "desc" },
    select: { id: true, state: true, reference: true },
  });
}
