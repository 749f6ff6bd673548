import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import type { DbOrTx } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import type { PayoutState } from "./payout-procedure";
import type { RefundFolder } from "./refund-queries.server";
import type { TransferTask } from "./transfer-task-view";

/** Payouts for the operators, the oldest first; done ones the newest first. */
export async function listPayouts(
  folder: RefundFolder,
  paging: { skip: number; take: number },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ items: TransferTask[]; total: number; open: number; isConnectOn: boolean }> {
  assertCan(actor, "pay.confirm");
  const isOpen = { state: { not: "DONE" }, NOT: { state: "FAILED", failure: "returned" } };
  const where = folder === "open" ? isOpen : { NOT: isOpen };
  const [rows, total, open] = await Promise.all([
    db.payout.findMany({
      where,
      orderBy: folder === "open" ? [{ createdAt: "asc" }, { id: "asc" }] : [{ createdAt: "desc" }],
      ...paging,
      include: {
        organisation: {
          select: { legalName: true, stripeAccount: { select: { canReceive: true } } },
        },
      },
    }),
    db.payout.count({ where }),
    db.payout.count({ where: isOpen }),
  ]);
  const payments = await db.payment.findMany({
    where: { id: { in: rows.map((row) => row.caseId) } },
    select: { id: true, title: true, reference: true },
  });
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const items = rows.map((row): TransferTask => {
    const payment = byId.get(row.caseId);
    return {
      id: row.id,
      state: row.state as PayoutState,
      method: row.method,
      paymentId: row.caseId,
      title: payment?.title ?? "",
      reference: payment?.reference ?? "",
      organisation: row.organisation.legalName,
      amountFen: row.amountFen,
      reason: "",
      bankReference: row.bankReference,
      failure: row.failure,
      dueAt: null,
      doneAt: row.doneAt?.toISOString() ?? null,
      isLate: false,
      isFirstPerson: row.sentById === actor.userId,
      mayGoOnline: env().STRIPE_CONNECT && row.organisation.stripeAccount?.canReceive === true,
    };
  });
  return { items, total, open, isConnectOn: env().STRIPE_CONNECT };
}
