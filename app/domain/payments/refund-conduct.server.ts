import type { Prisma } from "#prisma/client/client";
import { systemActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import { notOwnMoney } from "./payment-conditions.server";
import { paymentConduct } from "./payment-conduct.server";
import { byMethod, secondPerson } from "./payout-conduct.server";
import {
  type RefundMove,
  type RefundRelation,
  type RefundState,
  refundProcedure,
} from "./refund-procedure";

const refundSelect = {
  id: true,
  state: true,
  paymentId: true,
  amountFen: true,
  method: true,
  attempt: true,
  stripeRefundId: true,
  sentById: true,
  payment: { select: { payerOrganisationId: true } },
} as const satisfies Prisma.RefundSelect;

export type RefundRow = Prisma.RefundGetPayload<{ select: typeof refundSelect }>;

type ConditionId = "by-stripe" | "by-transfer" | "not-own-money" | "second-person";
type Hook = MoveHook<RefundRow>;

const idsOf = (subjects: readonly RefundRow[]) => ({ id: { in: subjects.map((row) => row.id) } });
const textOf = (value: unknown) => (typeof value === "string" ? value : null);

export const refundConduct: Conduct<
  RefundRow,
  RefundState,
  RefundMove,
  RefundRelation,
  ConditionId,
  never
> = {
  procedure: refundProcedure,
  table: "Refund",
  load: (tx, ids) =>
    tx.refund.findMany({
      where: { id: { in: [...ids] } },
      orderBy: { id: "asc" },
      select: refundSelect,
    }),

  relations(actor) {
    if (actor.kind === "SYSTEM") return new Set<RefundRelation>(["market"]);
    return new Set<RefundRelation>(can(actor, "pay.confirm") ? ["operator"] : []);
  },

  conditions: {
    "by-stripe": ({ subject }) => byMethod(subject.method, "STRIPE"),
    "by-transfer": ({ subject }) => byMethod(subject.method, "TRANSFER"),
    "not-own-money": (context) => notOwnMoney(context, context.subject.payment.payerOrganisationId),
    "second-person": ({ subject, actor }) => secondPerson(subject.sentById, actor),
  },

  before: {
    sendOnline: async ({ tx, subjects, now }) => {
      // A new attempt has an idempotency key of its own; the id of a failed refund is let go.
      const data = { attempt: { increment: 1 }, stripeRefundId: null, sentAt: now, failure: null };
      await tx.refund.updateMany({ where: idsOf(subjects), data });
    },
    sendTransfer: async ({ tx, subjects, actor, now, input }) => {
      const sentById = actor.kind === "USER" ? actor.userId : null;
      const bankReference = textOf(input.bankReference);
      const data = { sentById, sentAt: now, bankReference, failure: null };
      await tx.refund.updateMany({ where: idsOf(subjects), data });
    },
    confirm: async ({ tx, subjects, actor, now }) => {
      const confirmedById = actor.kind === "USER" ? actor.userId : null;
      await tx.refund.updateMany({
        where: idsOf(subjects),
        data: { confirmedById, doneAt: now },
      });
    },
    takeBack: async ({ tx, subjects }) => {
      const data = { bankReference: null, sentById: null, sentAt: null };
      await tx.refund.updateMany({ where: idsOf(subjects), data });
    },
    settle: async ({ tx, subjects, now, input }) => {
      const data = { stripeRefundId: textOf(input.refundId), doneAt: now, failure: null };
      await tx.refund.updateMany({ where: idsOf(subjects), data });
    },
    fail: async ({ tx, subjects, input }) => {
      const stripeRefundId = textOf(input.refundId);
      const data = { failure: input.note?.trim() || "failed", stripeRefundId };
      await tx.refund.updateMany({ where: idsOf(subjects), data });
    },
    retry: async ({ tx, subjects, input }) => {
      const method = input.method === "TRANSFER" ? "TRANSFER" : null;
      const data = method ? { method, sentAt: null, sentById: null } : { sentAt: null };
      await tx.refund.updateMany({ where: idsOf(subjects), data });
    },
  },

  after: {
    confirm: returned,
    settle: returned,
    retry: async ({ tx, subjects, input }) => {
      for (const row of subjects) {
        if (row.method !== "STRIPE" || input.method === "TRANSFER") continue;
        await enqueueJob(tx, "payments.refund", { refundId: row.id });
      }
    },
  },
};

/** The payment ends with its refund, in the same transaction. */
async function returned({ tx, subjects }: Parameters<Hook>[0]): Promise<void> {
  for (const row of subjects) {
    await advance(tx, paymentConduct, row.paymentId, "returned", systemActor("payments"));
  }
}
