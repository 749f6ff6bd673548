import { can } from "~/domain/identity/permission-rules";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { newId } from "~/domain/shared/ids";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { bookArrival, bookReturn, settleDeposit } from "./payment-bookings.server";
import { type PaymentCondition, paymentConditions } from "./payment-conditions.server";
import { tellAfter } from "./payment-notices.server";
import {
  type PaymentMove,
  type PaymentRelation,
  type PaymentState,
  paymentProcedure,
} from "./payment-procedure";
import { loadPayments, type PaymentRow } from "./payment-rows.server";
import { makePayout } from "./payout-of-payment.server";

type Hook = MoveHook<PaymentRow>;

const idsOf = (subjects: readonly PaymentRow[]) => ({ id: { in: subjects.map((row) => row.id) } });
const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

/** How payments move; see the procedure for who may. */
export const paymentConduct: Conduct<
  PaymentRow,
  PaymentState,
  PaymentMove,
  PaymentRelation,
  PaymentCondition,
  "check"
> = {
  procedure: paymentProcedure,
  table: "Payment",
  load: loadPayments,

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<PaymentRelation>(["market"]);
    const found = new Set<PaymentRelation>();
    if (can(actor, "pay.pay", { organisationId: row.payerOrganisationId })) found.add("payer");
    if (can(actor, "pay.confirm")) found.add("operator");
    return found;
  },

  conditions: paymentConditions,

  before: {
    start: async ({ tx, subjects }) => {
      // A new attempt has a session and an idempotency key of its own.
      const data = { method: "STRIPE", stripeSessionId: null, attempt: { increment: 1 } };
      await tx.payment.updateMany({ where: idsOf(subjects), data });
    },
    closeSession: async ({ tx, subjects }) => {
      const data = { method: null, stripeSessionId: null };
      await tx.payment.updateMany({ where: idsOf(subjects), data });
    },
    prove: async ({ tx, subjects }) => {
      const data = { method: "TRANSFER" };
      await tx.payment.updateMany({ where: idsOf(subjects), data });
    },
    receive: stampProofs("received"),
    confirm: async (context) => {
      await stampProofs("confirmed")(context);
      await noteTransfer(context);
    },
    reject: async (context) => {
      await stampProofs("rejected")(context);
      const { tx, subjects } = context;
      await tx.payment.updateMany({ where: idsOf(subjects), data: { method: null } });
    },
    payOnline: noteOnline,
    comeLate: async (context) => {
      await (isTransfer(context) ? noteTransfer(context) : noteOnline(context));
      await noteReturn(context);
    },
    release: noteReturn,
    returned: noteSettled,
    apply: noteSettled,
    forfeit: noteSettled,
    askAgain: async ({ tx, subjects }) => {
      const data = { method: null, stripeSessionId: null, returnDueAt: null };
      await tx.payment.updateMany({ where: idsOf(subjects), data });
    },
  },

  after: {
    prove: tellAfter("payToCheck"),
    reject: tellAfter("payRejected"),
    confirm: arrive("TRANSFER"),
    payOnline: arrive("STRIPE"),
    comeLate: async (context) => {
      const method = isTransfer(context) ? "TRANSFER" : "STRIPE";
      for (const row of context.subjects) await bookArrival(context.tx, row, method);
      await oweReturn(context, method);
    },
    release: async (context) => {
      await oweReturn(context);
      await tellAfter("payReturnDue")(context);
    },
    returned: async (context) => {
      for (const row of context.subjects) await bookReturn(context.tx, row);
      await tellAfter("payReturned")(context);
      await announce(context);
    },
    apply: async (context) => {
      await settleDeposit("DEPOSIT_APPLIED")(context);
      await tellAfter("payApplied")(context);
    },
    forfeit: async (context) => {
      await settleDeposit("DEPOSIT_FORFEITED")(context);
      await tellAfter("payForfeited")(context);
    },
    cancel: async (context) => {
      // A page of Stripe that is still open is closed there.
      for (const row of context.subjects) {
        if (row.state === "STARTED") await ask(context.tx, row.id);
      }
      await tellAfter("payCancelled")(context);
      await announce(context);
    },
    lapse: async (context) => {
      await tellAfter("payLapsed")(context);
      await announce(context);
    },
    askAgain: tellAfter("payDue"),
  },
};

function stampProofs(what: "received" | "confirmed" | "rejected"): Hook {
  return async ({ tx, subjects, actor, now, input }) => {
    const ids = subjects.flatMap((row) => row.proofs.map((proof) => proof.id));
    const by = actor.kind === "USER" ? actor.userId : null;
    const note = what === "rejected" ? { rejectionNote: input.note?.trim() ?? "" } : {};
    await tx.transferProof.updateMany({
      where: { id: { in: ids } },
      data: { [`${what}ById`]: by, [`${what}At`]: now, ...note },
    });
  };
}

/** Late money of the bank's list; what comes late without a word of its way came through Stripe. */
const isTransfer = ({ input }: Parameters<Hook>[0]) => input.method === "TRANSFER";

async function noteTransfer({ tx, subjects, now }: Parameters<Hook>[0]): Promise<void> {
  const data = { paidAt: now, method: "TRANSFER" };
  await tx.payment.updateMany({ where: idsOf(subjects), data });
}

async function noteOnline({ tx, subjects, input, now }: Parameters<Hook>[0]): Promise<void> {
  const intent = textOf(input.paymentIntentId);
  const session = textOf(input.sessionId);
  const data = {
    paidAt: now,
    method: "STRIPE",
    stripePaymentIntentId: intent,
    ...(session ? { stripeSessionId: session } : {}),
  };
  await tx.payment.updateMany({ where: idsOf(subjects), data });
}

async function noteReturn({ tx, subjects, input, now }: Parameters<Hook>[0]): Promise<void> {
  const returnDueAt = new Date(textOf(input.returnDueAt) ?? now);
  await tx.payment.updateMany({ where: idsOf(subjects), data: { returnDueAt } });
}

async function noteSettled({ tx, subjects, now }: Parameters<Hook>[0]): Promise<void> {
  await tx.payment.updateMany({ where: idsOf(subjects), data: { settledAt: now } });
}

function arrive(method: "STRIPE" | "TRANSFER"): Hook {
  return async (context) => {
    const { tx, subjects } = context;
    for (const row of subjects) {
      await bookArrival(tx, row, method);
      if (row.purpose !== "DEPOSIT" && row.payeeOrganisationId) {
        await makePayout(tx, row.id, row.payeeOrganisationId, row.amountFen);
      }
    }
    await tellAfter("payPaid")(context);
    await announce(context);
  };
}

/** The refund and, where the market can send it by itself, its job. */
async function oweReturn(
  { tx, subjects, input, now }: Parameters<Hook>[0],
  cameBy?: "STRIPE" | "TRANSFER",
): Promise<void> {
  for (const row of subjects) {
    const method = cameBy ?? (row.method === "TRANSFER" ? "TRANSFER" : "STRIPE");
    const id = newId();
    await tx.refund.create({
      data: {
        id,
        paymentId: row.id,
        amountFen: row.amountFen,
        method,
        reason: input.note?.trim() || "released",
        dueAt: new Date(textOf(input.returnDueAt) ?? now),
        createdAt: now,
      },
    });
    if (method === "STRIPE") await enqueueJob(tx, "payments.refund", { refundId: id });
  }
}

async function announce({ tx, subjects }: Parameters<Hook>[0]): Promise<void> {
  for (const row of subjects) {
    await enqueueJob(tx, "payments.changed", { paymentId: row.id });
  }
}

function ask(tx: Tx, paymentId: string): Promise<void> {
  return enqueueJob(tx, "payments.ask", { paymentId }, { key: `payments.ask:${paymentId}` });
}
