import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { type AccountCode, type BookingKind, describeAccount } from "./account-rules";

export type Booking = {
  kind: BookingKind;
  /** The same event books once. */
  dedupeKey: string;
  caseType: string;
  caseId: string;
  paymentId?: string;
  note?: string;
  /** Debits positive, credits negative; they sum to zero. */
  entries: readonly { account: AccountCode; amountFen: bigint }[];
};

/**
 * Writes one booking of the ledger; the only writer. Accounts are made when first booked on.
 * @returns false when this event was booked before
 */
export async function book(tx: Tx, booking: Booking): Promise<boolean> {
  const sum = booking.entries.reduce((total, entry) => total + entry.amountFen, 0n);
  if (sum !== 0n || booking.entries.length < 2) {
    throw new Error(`booking ${booking.dedupeKey} does not balance`);
  }
  const { entries, ...head } = booking;
  const id = newId();
  const now = clock.now();
  // Two at once: the second waits for the first at the unique key and then inserts nothing.
  const { count } = await tx.ledgerTransaction.createMany({
    data: [{ ...head, id, at: now, paymentId: head.paymentId ?? null, note: head.note ?? "" }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  const accounts = await findAccounts(tx, [...new Set(entries.map((entry) => entry.account))]);
  await tx.ledgerEntry.createMany({
    data: entries.map(({ account, amountFen }) => {
      const accountId = accounts.get(account);
      if (!accountId) throw new Error(`no account ${account}`);
      return { transactionId: id, accountId, amountFen };
    }),
  });
  return true;
}

async function findAccounts(tx: Tx, codes: readonly AccountCode[]): Promise<Map<string, string>> {
  const now = clock.now();
  const wanted = [...codes].sort();
  await tx.ledgerAccount.createMany({
    data: wanted.map((code) => ({ id: newId(), code, ...describeAccount(code), createdAt: now })),
    skipDuplicates: true,
  });
  const rows = await tx.ledgerAccount.findMany({
    where: { code: { in: wanted } },
    select: { id: true, code: true },
  });
  return new Map(rows.map((row) => [row.code, row.id]));
}
