import type { Prisma } from "#prisma/client/client";
import { can } from "~/domain/identity/permission-rules";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { cashAccount } from "./account-rules";
import { notOwnMoney } from "./payment-conditions.server";
import {
  type PayoutMove,
  type PayoutRelation,
  type PayoutState,
  payoutProcedure,
} from "./payout-procedure";
import { book } from "./post-booking.server";

const payoutSelect = {
  id: true,
  state: true,
  organisationId: true,
  caseType: true,
  caseId: true,
  amountFen: true,
  method: true,
  stripeTransferId: true,
  sentById: true,
  organisation: { select: { stripeAccount: { select: { accountId: true, canReceive: true } } } },
} as const satisfies Prisma.PayoutSelect;

export type PayoutRow = Prisma.PayoutGetPayload<{ select: typeof payoutSelect }>;

type ConditionId =
  | "can-connect"
  | "by-stripe"
  | "by-transfer"
  | "not-own-money"
  | "second-person"
  | "still-owed";

const RULE = "the market's own rule on payouts";
const idsOf = (subjects: readonly PayoutRow[]) => ({ id: { in: subjects.map((row) => row.id) } });

export const payoutConduct: Conduct<
  PayoutRow,
  PayoutState,
  PayoutMove,
  PayoutRelation,
  ConditionId,
  never
> = {
  procedure: payoutProcedure,
  table: "Payout",
  load: (tx: Tx, ids) =>
    tx.payout.findMany({
      where: { id: { in: [...ids] } },
      orderBy: { id: "asc" },
      select: payoutSelect,
    }),

  relations(actor) {
    if (actor.kind === "SYSTEM") return new Set<PayoutRelation>(["market"]);
    return new Set<PayoutRelation>(can(actor, "pay.confirm") ? ["operator"] : []);
  },

  conditions: {
    "can-connect": ({ subject }) => {
      const isOn = env().STRIPE_CONNECT;
      const account = subject.organisation.stripeAccount;
      return conditionOf(isOn && account?.canReceive === true, {
        inputs: { isOn, hasAccount: account !== null, canReceive: account?.canReceive ?? false },
        formula: "Stripe Connect is switched on and the organisation's account can receive",
        source: RULE,
        code: "payout_no_connect",
      });
    },
    "by-stripe": ({ subject }) => byMethod(subject.method, "STRIPE"),
    "by-transfer": ({ subject }) => byMethod(subject.method, "TRANSFER"),
    "not-own-money": (context) => notOwnMoney(context, context.subject.organisationId),
    "second-person": ({ subject, actor }) => secondPerson(subject.sentById, actor),
    "still-owed": async ({ tx, subject }) => {
      const payment = await tx.payment.findUnique({
        where: { id: subject.caseId },
        select: { state: true },
      });
      const isOwed = payment !== null && ["PAID", "APPLIED", "FORFEITED"].includes(payment.state);
      return conditionOf(isOwed, {
        inputs: { payment: payment?.state ?? null },
        formula: "the money of the payment is owed to the organisation",
        source: RULE,
        code: "payout_not_owed",
      });
    },
  },

  before: {
    sendOnline: async ({ tx, subjects, actor, now }) => {
      const data = { method: "STRIPE", sentAt: now, sentById: userOf(actor), failure: null };
      await tx.payout.updateMany({ where: idsOf(subjects), data });
    },
    sendTransfer: async ({ tx, subjects, actor, now, input }) => {
      const bankReference = typeof input.bankReference === "string" ? input.bankReference : null;
      const sent = { sentAt: now, sentById: userOf(actor), failure: null };
      const data = { ...sent, method: "TRANSFER", bankReference };
      await tx.payout.updateMany({ where: idsOf(subjects), data });
    },
    confirm: async ({ tx, subjects, actor, now }) => {
      const data = { doneAt: now, confirmedById: userOf(actor) };
      await tx.payout.updateMany({ where: idsOf(subjects), data });
    },
    takeBack: async ({ tx, subjects }) => {
      const data = { bankReference: null, sentAt: null, sentById: null };
      await tx.payout.updateMany({ where: idsOf(subjects), data });
    },
    settle: async ({ tx, subjects, now, input }) => {
      const stripeTransferId = typeof input.transferId === "string" ? input.transferId : null;
      await tx.payout.updateMany({
        where: idsOf(subjects),
        data: { doneAt: now, stripeTransferId },
      });
    },
    fail: noteFailure,
    drop: async ({ tx, subjects }) => {
      await tx.payout.updateMany({ where: idsOf(subjects), data: { failure: "returned" } });
    },
  },

  after: {
    sendOnline: async ({ tx, subjects }) => {
      for (const row of subjects) {
        await enqueueJob(tx, "payments.payout", { payoutId: row.id });
      }
    },
    confirm: bookPayout,
    settle: bookPayout,
  },
};

const userOf = (actor: { kind: string; userId?: string }) =>
  actor.kind === "USER" ? (actor.userId ?? null) : null;

export function byMethod(method: string, wanted: "STRIPE" | "TRANSFER") {
  return conditionOf(method === wanted, {
    inputs: { method },
    formula: `method = ${wanted}`,
    source: "the market's own rule on payments",
    code: "payment_other_way",
  });
}

export function secondPerson(
  first: string | null,
  actor: { kind: string; userId?: string | undefined },
) {
  const second = actor.kind === "USER" ? (actor.userId ?? null) : null;
  return conditionOf(second !== null && second !== first, {
    inputs: { first, second },
    formula: "whoever confirms has not sent it",
    source: "the market's own rule on payments: four eyes",
    code: "payment_second_person",
  });
}

async function noteFailure({ tx, subjects, input }: Parameters<MoveHook<PayoutRow>>[0]) {
  const failure = input.note?.trim() || "failed";
  await tx.payout.updateMany({ where: idsOf(subjects), data: { failure } });
}

async function bookPayout({ tx, subjects }: Parameters<MoveHook<PayoutRow>>[0]) {
  for (const row of subjects) {
    const payment = await tx.payment.findUniqueOrThrow({
      where: { id: row.caseId },
      select: { id: true, caseType: true, caseId: true, reference: true },
    });
    await book(tx, {
      kind: "PAYOUT",
      dedupeKey: `payout:${row.id}`,
      caseType: payment.caseType,
      caseId: payment.caseId,
      paymentId: payment.id,
      note: payment.reference,
      entries: [
        { account: `owed:${row.organisationId}`, amountFen: row.amountFen },
        { account: cashAccount(row.method), amountFen: -row.amountFen },
      ],
    });
  }
}
