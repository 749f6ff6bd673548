import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { calendarDate, clock, dateColumn, endOfDate } from "~/domain/shared/clock";
import { addMonths } from "~/domain/shared/working-days";
import type { DbOrTx } from "~/platform/db.server";
import { isStripeAway } from "~/platform/stripe.server";
import { bankLineSelect, describeLines } from "./bank-line-rows.server";
import { differenceKey, differenceReturnKey, intentOfDifference } from "./difference-key";
import {
  findMissing,
  MAX_PROVIDER_RECORDS,
  type ProviderList,
  readProvider,
} from "./provider-list.server";
import { type BookedMovement, type Difference, reconcile } from "./reconciliation-rules";

export type ReconciliationView = {
  month: string;
  stripe: "on" | "off" | "away";
  isCut: boolean;
  maxRecords: number;
  sums: {
    source: "stripe" | "stripeLedger" | "bank" | "bankLedger";
    inFen: bigint;
    outFen: bigint;
  }[];
  differences: Difference[];
};

/** More than this of one kind is cut; a month of a market is far below. */
const MAX_ROWS = 2000;

/** A month (YYYY-MM) of Stripe's list, the bank's list and the ledger held against each other. */
export async function getReconciliation(
  asked: string | null,
  actor: UserActor,
  db: DbOrTx,
): Promise<ReconciliationView> {
  assertCan(actor, "ledger.operate");
  const month = /^20\d{2}-(0[1-9]|1[0-2])$/.test(asked ?? "")
    ? (asked ?? "")
    : calendarDate(clock.now()).slice(0, 7);
  const first = `${month}-01`;
  const next = addMonths(first, 1);
  const from = startOfDate(first);
  const to = startOfDate(next);
  let list: ProviderList | null = null;
  let stripe: ReconciliationView["stripe"] = "off";
  try {
    list = await readProvider(from, to);
    if (list) stripe = "on";
  } catch (error) {
    if (!isStripeAway(error)) throw error;
    stripe = "away";
  }
  const [booked, lines, movements] = await Promise.all([
    readBookedOnline(db, list, { from, to }),
    db.bankLine.findMany({
      where: { bookedOn: { gte: dateColumn(first), lt: dateColumn(next) } },
      orderBy: [{ bookedOn: "asc" }, { id: "asc" }],
      take: MAX_ROWS,
      select: bankLineSelect,
    }),
    readBankMovements(db, { from, to }),
  ]);
  const references = movements.flatMap((one) => (one.foreignId ? [one.foreignId] : []));
  const atBank = await db.bankLine.findMany({
    where: {
      OR: [
        { bankReference: { in: references } },
        { matchedPaymentId: { in: movements.map((one) => one.paymentId) }, amountFen: { gt: 0 } },
      ],
    },
    select: { bankReference: true, matchedPaymentId: true, amountFen: true },
  });
  const incoming = atBank.filter((line) => line.amountFen > 0n && line.matchedPaymentId);
  const differences = reconcile({
    provider: list,
    ...booked,
    bankLines: await describeLines(lines, db),
    bankMovements: movements,
    knownBankReferences: new Set(atBank.map((line) => line.bankReference)),
    paymentsAtBank: new Set(incoming.map((line) => line.matchedPaymentId ?? "")),
  });
  const sum = (amounts: readonly bigint[]) => ({
    inFen: amounts.reduce((total, one) => (one > 0n ? total + one : total), 0n),
    outFen: amounts.reduce((total, one) => (one < 0n ? total - one : total), 0n),
  });
  const atStripe = [
    ...(list?.payments ?? []).map((one) => one.amountFen),
    ...(list?.refunds ?? []).map((one) => -one.amountFen),
  ];
  return {
    month,
    stripe,
    isCut: list?.isCut ?? false,
    maxRecords: MAX_PROVIDER_RECORDS,
    sums: [
      ...(list ? [{ source: "stripe" as const, ...sum(atStripe) }] : []),
      { source: "stripeLedger", ...(await ledgerSums(db, "stripe", from, to)) },
      { source: "bank", ...sum(lines.map((line) => line.amountFen)) },
      { source: "bankLedger", ...(await ledgerSums(db, "bank", from, to)) },
    ],
    differences,
  };
}

/** The instant at which a calendar date begins in the market's time zone. */
function startOfDate(date: string): Date {
  return new Date(endOfDate(date).getTime() - 86_400_000);
}

type Span = { from: Date; to: Date };

async function readBookedOnline(db: DbOrTx, list: ProviderList | null, { from, to }: Span) {
  const intentIds = [
    ...(list?.payments ?? []).map((one) => one.id),
    ...(list?.refunds ?? []).flatMap((one) => one.paymentIntentId ?? []),
  ];
  const refundIds = (list?.refunds ?? []).map((one) => one.id);
  const [known, own, refunds, corrections, returned] = await Promise.all([
    db.payment.findMany({
      where: { stripePaymentIntentId: { in: intentIds } },
      select: { id: true, amountFen: true, stripePaymentIntentId: true },
    }),
    db.payment.findMany({
      where: { method: "STRIPE", paidAt: { gte: from, lt: to } },
      take: MAX_ROWS,
      select: { id: true, reference: true, amountFen: true, stripePaymentIntentId: true },
    }),
    db.refund.findMany({
      where: { state: "DONE", stripeRefundId: { in: refundIds } },
      select: { stripeRefundId: true },
    }),
    db.ledgerTransaction.findMany({
      where: { dedupeKey: { in: intentIds.map(differenceKey) } },
      select: { dedupeKey: true, paymentId: true },
    }),
    db.ledgerTransaction.findMany({
      where: { dedupeKey: { in: refundIds.map(differenceReturnKey) } },
      select: { dedupeKey: true },
    }),
  ]);
  const listed = new Set(intentIds);
  const returnKeys = new Set(returned.map((one) => one.dedupeKey));
  const unlisted = own.filter((one) => !listed.has(one.stripePaymentIntentId ?? ""));
  const missing = list
    ? await findMissing(unlisted.flatMap((one) => one.stripePaymentIntentId ?? []))
    : new Set<string>();
  return {
    bookedIntents: new Map(
      known.map((one) => [
        one.stripePaymentIntentId ?? "",
        { paymentId: one.id, amountFen: one.amountFen },
      ]),
    ),
    suspended: new Map(
      corrections.map((one) => [intentOfDifference(one.dedupeKey), one.paymentId] as const),
    ),
    bookedRefundIds: new Set([
      ...refunds.map((one) => one.stripeRefundId ?? ""),
      ...refundIds.filter((id) => returnKeys.has(differenceReturnKey(id))),
    ]),
    missingAtProvider: unlisted
      .filter((one) => missing.has(one.stripePaymentIntentId ?? ""))
      .map(
        (one): BookedMovement => ({
          paymentId: one.id,
          reference: one.reference,
          amountFen: one.amountFen,
          foreignId: one.stripePaymentIntentId,
        }),
      ),
  };
}

/** What was confirmed by bank transfer in the span: payments in, refunds and payouts out. */
async function readBankMovements(db: DbOrTx, { from, to }: Span): Promise<BookedMovement[]> {
  const span = { gte: from, lt: to };
  const payment = { select: { id: true, reference: true } };
  const [proofs, refunds, payouts] = await Promise.all([
    db.transferProof.findMany({
      where: { confirmedAt: span },
      take: MAX_ROWS,
      include: { payment },
    }),
    db.refund.findMany({
      where: { state: "DONE", method: "TRANSFER", doneAt: span },
      take: MAX_ROWS,
      include: { payment },
    }),
    db.payout.findMany({
      where: { state: "DONE", method: "TRANSFER", doneAt: span },
      take: MAX_ROWS,
    }),
  ]);
  return [
    ...proofs.map((one) => ({
      paymentId: one.payment.id,
      reference: one.payment.reference,
      amountFen: one.amountFen,
      foreignId: one.bankReference,
    })),
    ...refunds.map((one) => ({
      paymentId: one.payment.id,
      reference: one.payment.reference,
      amountFen: -one.amountFen,
      foreignId: one.bankReference,
    })),
    ...payouts.map((one) => ({
      paymentId: one.caseId,
      reference: "",
      amountFen: -one.amountFen,
      foreignId: one.bankReference,
    })),
  ];
}

async function ledgerSums(db: DbOrTx, code: string, from: Date, to: Date) {
  const where = { account: { code }, transaction: { at: { gte: from, lt: to } } };
  const [inside, outside] = await Promise.all([
    db.ledgerEntry.aggregate({
      where: { ...where, amountFen: { gt: 0 } },
      _sum: { amountFen: true },
    }),
    db.ledgerEntry.aggregate({
      where: { ...where, amountFen: { lt: 0 } },
      _sum: { amountFen: true },
    }),
  ]);
  return { inFen: inside._sum.amountFen ?? 0n, outFen: -(outside._sum.amountFen ?? 0n) };
}
