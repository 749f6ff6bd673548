import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import type { AccountKind, BookingKind } from "./account-rules";
import { readReference } from "./payment-reference-rules";

export type AccountBalance = {
  id: string;
  code: string;
  kind: AccountKind;
  organisation: string | null;
  balanceFen: bigint;
};

export type BookingView = {
  id: string;
  number: bigint;
  at: string;
  kind: BookingKind;
  caseType: string;
  caseId: string;
  paymentId: string | null;
  note: string;
  entries: { code: string; organisation: string | null; amountFen: bigint }[];
};

type Filter = { accountId?: string; find?: string };

/** Every account with its balance; the market's own first, then those of organisations. */
export async function listAccounts(
  paging: { skip: number; take: number },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ accounts: AccountBalance[]; total: number; sumFen: bigint }> {
  assertCan(actor, "ledger.operate");
  const [accounts, total, sum] = await Promise.all([
    db.$queryRaw<AccountBalance[]>`
      SELECT one.id, one.code, one.kind, owner."legalName" AS organisation,
        coalesce((SELECT sum("amountFen") FROM "LedgerEntry" WHERE "accountId" = one.id), 0)::bigint
          AS "balanceFen"
      FROM "LedgerAccount" one LEFT JOIN "Organisation" owner ON owner.id = one."organisationId"
      ORDER BY one."organisationId" IS NOT NULL, one.code
      LIMIT ${paging.take} OFFSET ${paging.skip}`,
    db.ledgerAccount.count(),
    db.ledgerEntry.aggregate({ _sum: { amountFen: true } }),
  ]);
  return { accounts, total, sumFen: sum._sum.amountFen ?? 0n };
}

/** Bookings, the newest first: all, of one account, or of one case or payment. */
export async function listBookings(
  filter: Filter,
  paging: { skip: number; take: number },
  actor: UserActor,
  db: DbOrTx,
): Promise<{ bookings: BookingView[]; total: number }> {
  assertCan(actor, "ledger.operate");
  const where = await whereOf(filter, db);
  const [rows, total] = await Promise.all([
    db.ledgerTransaction.findMany({
      where,
      orderBy: { number: "desc" },
      ...paging,
      include: {
        entries: {
          orderBy: { id: "asc" },
          include: {
            account: {
              select: { code: true, organisation: { select: { legalName: true } } },
            },
          },
        },
      },
    }),
    db.ledgerTransaction.count({ where }),
  ]);
  const bookings = rows.map(
    (row): BookingView => ({
      id: row.id,
      number: row.number,
      at: row.at.toISOString(),
      kind: row.kind as BookingKind,
      caseType: row.caseType,
      caseId: row.caseId,
      paymentId: row.paymentId,
      note: row.note,
      entries: row.entries.map(({ account, amountFen }) => ({
        code: account.code,
        organisation: account.organisation?.legalName ?? null,
        amountFen,
      })),
    }),
  );
  return { bookings, total };
}

/** What the bookings of one case come to, by account. */
export async function caseBalances(
  find: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<AccountBalance[]> {
  assertCan(actor, "ledger.operate");
  const where = await whereOf({ find }, db);
  const rows = await db.ledgerEntry.groupBy({
    by: ["accountId"],
    where: { transaction: where },
    _sum: { amountFen: true },
  });
  const accounts = await db.ledgerAccount.findMany({
    where: { id: { in: rows.map((row) => row.accountId) } },
    include: { organisation: { select: { legalName: true } } },
    orderBy: { code: "asc" },
  });
  const sums = new Map(rows.map((row) => [row.accountId, row._sum.amountFen ?? 0n]));
  return accounts.map((account) => ({
    id: account.id,
    code: account.code,
    kind: account.kind as AccountKind,
    organisation: account.organisation?.legalName ?? null,
    balanceFen: sums.get(account.id) ?? 0n,
  }));
}

async function whereOf(filter: Filter, db: DbOrTx): Promise<Prisma.LedgerTransactionWhereInput> {
  const where: Prisma.LedgerTransactionWhereInput = {};
  if (isId(filter.accountId)) where.entries = { some: { accountId: filter.accountId } };
  const text = filter.find?.trim() ?? "";
  const note = { contains: text.slice(0, 100), mode: "insensitive" } as const;
  if (text === "") return where;
  const reference = readReference(text);
  if (reference) {
    const payment = await db.payment.findUnique({ where: { reference }, select: { id: true } });
    return { ...where, paymentId: payment?.id ?? "00000000-0000-0000-0000-000000000000" };
  }
  if (isId(text)) return { ...where, OR: [{ caseId: text }, { paymentId: text }] };
  return { ...where, note };
}
