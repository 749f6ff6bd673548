import type { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import type { DbOrTx } from "~/platform/db.server";
import type { PaymentCase, PaymentPurpose, PaymentState } from "./payment-procedure";
import { readReference } from "./payment-reference-rules";
import type { PaymentListItem } from "./payment-view";

export const PAYMENT_FOLDERS = [
  "todo",
  "checking",
  "held",
  "paid",
  "returned",
  "incoming",
  "ended",
] as const;
export type PaymentFolder = (typeof PAYMENT_FOLDERS)[number];

const notDeposit = { not: "DEPOSIT" } as const;
const WHERE: Record<Exclude<PaymentFolder, "incoming">, Prisma.PaymentWhereInput> = {
  todo: { state: { in: ["DUE", "STARTED"] } },
  checking: { state: { in: ["PROOF_GIVEN", "RECEIVED"] } },
  held: { state: "PAID", purpose: "DEPOSIT" },
  paid: { OR: [{ state: "PAID", purpose: notDeposit }, { state: "APPLIED" }] },
  returned: { state: { in: ["RETURN_DUE", "RETURNED"] } },
  ended: { state: { in: ["FORFEITED", "CANCELLED", "LAPSED"] } },
};

type Paging = { skip: number; take: number };
type Found = { items: PaymentListItem[]; total: number; counts: Record<string, number> };

/** Payments of the person's organisations, the most urgent first. */
export async function listPayments(
  folder: PaymentFolder,
  paging: Paging,
  actor: UserActor,
  db: DbOrTx,
): Promise<Found> {
  const own = actor.memberships.map((one) => one.organisationId);
  const asPayer = { payerOrganisationId: { in: own } };
  const where: Prisma.PaymentWhereInput =
    folder === "incoming"
      ? { payeeOrganisationId: { in: own }, purpose: notDeposit }
      : { ...asPayer, ...WHERE[folder] };
  const [found, todo] = await Promise.all([
    findPage(db, where, paging, folder === "todo"),
    db.payment.count({ where: { ...asPayer, ...WHERE.todo } }),
  ]);
  return { ...found, counts: { todo } };
}

export const OFFICE_FOLDERS = ["check", "open", "held", "returning", "all"] as const;
export type OfficeFolder = (typeof OFFICE_FOLDERS)[number];

const OFFICE_WHERE: Record<OfficeFolder, Prisma.PaymentWhereInput> = {
  check: { state: { in: ["PROOF_GIVEN", "RECEIVED"] } },
  open: { state: { in: ["DUE", "STARTED"] } },
  held: { state: "PAID" },
  returning: { state: "RETURN_DUE" },
  all: {},
};

/** Payments of all organisations, for the operators. */
export async function listOfficePayments(
  input: { folder: OfficeFolder; find: string },
  paging: Paging,
  actor: UserActor,
  db: DbOrTx,
): Promise<Found> {
  assertCan(actor, "pay.confirm");
  const reference = readReference(input.find);
  const text = input.find.trim().slice(0, 100);
  const named: Prisma.PaymentWhereInput = reference
    ? { reference }
    : { payer: { legalName: { contains: text, mode: "insensitive" } } };
  const where = { ...OFFICE_WHERE[input.folder], ...(text === "" ? {} : named) };
  const [found, check] = await Promise.all([
    findPage(db, where, paging, input.folder === "check"),
    db.payment.count({ where: OFFICE_WHERE.check }),
  ]);
  return { ...found, counts: { check } };
}

async function findPage(
  db: DbOrTx,
  where: Prisma.PaymentWhereInput,
  paging: Paging,
  isByDue: boolean,
): Promise<{ items: PaymentListItem[]; total: number }> {
  const [rows, total] = await Promise.all([
    db.payment.findMany({
      where,
      orderBy: isByDue
        ? [{ dueAt: { sort: "asc", nulls: "last" } }, { id: "asc" }]
        : [{ createdAt: "desc" }, { id: "desc" }],
      ...paging,
      include: {
        payer: { select: { legalName: true } },
        payee: { select: { legalName: true } },
      },
    }),
    db.payment.count({ where }),
  ]);
  return { items: rows.map(toListItem), total };
}

type Listed = Prisma.PaymentGetPayload<{
  include: { payer: { select: { legalName: true } }; payee: { select: { legalName: true } } };
}>;

export function toListItem(row: Omit<Listed, "number" | "createdById">): PaymentListItem {
  const now = clock.now();
  const isOpen = row.state === "DUE" || row.state === "STARTED";
  return {
    id: row.id,
    reference: row.reference,
    state: row.state as PaymentState,
    purpose: row.purpose as PaymentPurpose,
    caseType: row.caseType as PaymentCase,
    title: row.title,
    payer: row.payer.legalName,
    payee: row.payee?.legalName ?? null,
    amountFen: row.amountFen,
    dueAt: row.dueAt?.toISOString() ?? null,
    returnDueAt: row.state === "RETURN_DUE" ? (row.returnDueAt?.toISOString() ?? null) : null,
    isOverdue: isOpen && row.dueAt !== null && row.dueAt <= now,
    isReturnLate: row.state === "RETURN_DUE" && row.returnDueAt !== null && row.returnDueAt <= now,
  };
}
