import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { dateColumn } from "~/domain/shared/clock";
import { addMonths } from "~/domain/shared/working-days";
import type { DbOrTx } from "~/platform/db.server";

/** Lines of the bank's list in a month, a page at a time. */
export async function listBankLines(
  month: string,
  paging: { skip: number; take: number },
  actor: UserActor,
  db: DbOrTx,
) {
  assertCan(actor, "ledger.operate");
  const first = `${month}-01`;
  const where = { bookedOn: { gte: dateColumn(first), lt: dateColumn(addMonths(first, 1)) } };
  const [rows, total] = await Promise.all([
    db.bankLine.findMany({
      where,
      orderBy: [{ bookedOn: "desc" }, { id: "desc" }],
      ...paging,
      include: { matchedPayment: { select: { id: true, reference: true } } },
    }),
    db.bankLine.count({ where }),
  ]);
  const lines = rows.map((row) => ({
    id: row.id,
    bookedOn: row.bookedOn.toISOString().slice(0, 10),
    bankReference: row.bankReference,
    amountFen: row.amountFen,
    counterparty: row.counterparty,
    text: row.text,
    payment: row.matchedPayment,
    bookAs: row.state === "BOOKED" ? row.bookAs : null,
  }));
  return { lines, total };
}
