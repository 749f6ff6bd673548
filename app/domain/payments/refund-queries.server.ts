import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { RefundState } from "./refund-procedure";
import type { TransferTask } from "./transfer-task-view";

export const REFUND_FOLDERS = ["open", "done"] as const;
export type RefundFolder = (typeof REFUND_FOLDERS)[number];

/** Refunds for the operators, the earliest due first; done ones the newest first. */
export async function listRefunds(
  folder: RefundFolder,
  paging: { skip: number; take: number },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ items: TransferTask[]; total: number; open: number; late: number }> {
  assertCan(actor, "pay.confirm");
  const now = clock.now();
  const isOpen = { state: { not: "DONE" } };
  const where = folder === "open" ? isOpen : { state: "DONE" };
  const [rows, total, open, late] = await Promise.all([
    db.refund.findMany({
      where,
      orderBy:
        folder === "open"
          ? [{ dueAt: "asc" }, { id: "asc" }]
          : [{ doneAt: "desc" }, { id: "desc" }],
      ...paging,
      include: {
        payment: {
          select: {
            id: true,
            title: true,
            reference: true,
            payer: { select: { legalName: true } },
          },
        },
      },
    }),
    db.refund.count({ where }),
    db.refund.count({ where: isOpen }),
    db.refund.count({ where: { ...isOpen, dueAt: { lte: now } } }),
  ]);
  const items = rows.map((row): TransferTask => {
    const { payment } = row;
    return {
      id: row.id,
      state: row.state as RefundState,
      method: row.method,
      paymentId: payment.id,
      title: payment.title,
      reference: payment.reference,
      organisation: payment.payer.legalName,
      amountFen: row.amountFen,
      reason: row.reason,
      bankReference: row.bankReference,
      failure: row.failure,
      dueAt: row.dueAt.toISOString(),
      doneAt: row.doneAt?.toISOString() ?? null,
      isLate: row.state !== "DONE" && row.dueAt <= now,
      isFirstPerson: row.sentById === actor.userId,
      mayGoOnline: false,
    };
  });
  return { items, total, open, late };
}
