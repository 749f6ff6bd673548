import { can } from "~/domain/identity/permission-rules";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import {
  type InstalmentMove,
  type InstalmentRelation,
  type InstalmentState,
  instalmentProcedure,
} from "./instalment-procedure";
import { dropOnlinePayments } from "./online-payment.server";
import { tellOfPayment } from "./payment-notices.server";
import { type InstalmentRow, loadInstalments } from "./performance-rows.server";
import { contractRuns } from "./running-condition";

type ConditionId =
  | "contract-runs"
  | "is-royalty"
  | "amount-known"
  | "amount-equal"
  | "amount-told"
  | "same-proof"
  | "second-person"
  | "stated-nothing";
type ClockId = keyof typeof instalmentProcedure.clocks;

const OWN_RULE = "the market's own rule on payments by bank transfer";
const PAYMENT_PLAN = "Civil Code arts. 509, 845, 846: price and way of payment as agreed";

const stampConfirmed: MoveHook<InstalmentRow> = async ({ tx, subjects, now }) => {
  const ids = subjects.map((row) => row.id);
  await tx.instalment.updateMany({ where: { id: { in: ids } }, data: { confirmedAt: now } });
};

/** How payments move. Whoever moves one has locked the room first (lockDeal). */
export const instalmentConduct: Conduct<
  InstalmentRow,
  InstalmentState,
  InstalmentMove,
  InstalmentRelation,
  ConditionId,
  ClockId
> = {
  procedure: instalmentProcedure,
  table: "Instalment",
  load: loadInstalments,

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<InstalmentRelation>(["market"]);
    const { supplyOrganisationId, demandOrganisationId } = row.contract.deal;
    const found = new Set<InstalmentRelation>();
    if (can(actor, "payment.prove", { organisationId: demandOrganisationId })) found.add("payer");
    if (can(actor, "payment.confirm", { organisationId: supplyOrganisationId })) found.add("payee");
    return found;
  },

  conditions: {
    "contract-runs": ({ subject }) => contractRuns(subject.contract.state),
    "is-royalty": ({ subject }) =>
      conditionOf(subject.kind === "ROYALTY", {
        inputs: { kind: subject.kind },
        formula: "kind = ROYALTY",
        source: PAYMENT_PLAN,
        code: "not_a_royalty",
      }),
    "amount-known": ({ subject }) =>
      conditionOf(subject.amountFen !== null, {
        inputs: { amountFen: subject.amountFen?.toString() ?? null },
        formula: "the amount is fixed or has been stated",
        source: PAYMENT_PLAN,
        code: "amount_not_stated",
      }),
    "amount-equal": ({ subject }) => {
      const paid = subject.proofs[0]?.amountFen ?? null;
      return conditionOf(paid !== null && paid === subject.amountFen, {
        inputs: { due: subject.amountFen?.toString() ?? null, paid: paid?.toString() ?? null },
        formula: "paid = due",
        source: PAYMENT_PLAN,
        code: "payment_amount_differs",
        field: "amount",
      });
    },
    "amount-told": ({ subject, input }) =>
      conditionOf(subject.amountFen !== null && input.amountFen === subject.amountFen.toString(), {
        inputs: { due: subject.amountFen?.toString() ?? null, paid: input.amountFen ?? null },
        formula: "paid = due",
        source: PAYMENT_PLAN,
        code: "payment_amount_differs",
      }),
    "same-proof": ({ subject, input }) => {
      const present = subject.proofs[0]?.id ?? null;
      return conditionOf(present !== null && input.proofId === present, {
        inputs: { shown: input.proofId ?? null, present },
        formula: "the proof acted on is the one that was shown",
        source: OWN_RULE,
        code: "changed_meanwhile",
      });
    },
    "second-person": ({ subject, actor }) => {
      const proof = subject.proofs[0];
      const second = actor.kind === "USER" ? actor.userId : null;
      const isOther =
        second !== null && second !== proof?.receivedById && second !== proof?.submittedById;
      return conditionOf(isOther, {
        inputs: { first: proof?.receivedById ?? null, second },
        formula: "whoever confirms has neither noted the receipt nor given the proof",
        source: `${OWN_RULE}: four eyes`,
        code: "payment_second_person",
      });
    },
    "stated-nothing": ({ subject }) =>
      conditionOf(subject.statedAt !== null && subject.amountFen === null, {
        inputs: {
          baseFen: subject.baseFen?.toString() ?? null,
          amountFen: subject.amountFen?.toString() ?? null,
        },
        formula: "the payer has stated base figures from which nothing is due",
        source: PAYMENT_PLAN,
        code: "royalty_not_stated",
      }),
  },

  before: {
    // One way at a time: what goes on on paper, changes or ends is no longer asked for online.
    stateAmount: dropOnlinePayments("refuse"),
    prove: dropOnlinePayments("refuse"),
    nothingDue: dropOnlinePayments("refuse"),
    cancel: dropOnlinePayments("return"),
    payOnline: stampConfirmed,
    countDeposit: stampConfirmed,
    receive: async ({ tx, subjects, actor, now }) => {
      const receivedById = actor.kind === "USER" ? actor.userId : null;
      await tx.paymentProof.updateMany({
        where: { id: { in: openProofs(subjects) } },
        data: { receivedAt: now, receivedById },
      });
    },
    confirm: async ({ tx, subjects, actor, now }) => {
      const confirmedById = actor.kind === "USER" ? actor.userId : null;
      await tx.paymentProof.updateMany({
        where: { id: { in: openProofs(subjects) } },
        data: { confirmedAt: now, confirmedById },
      });
      const ids = subjects.map((row) => row.id);
      await tx.instalment.updateMany({ where: { id: { in: ids } }, data: { confirmedAt: now } });
    },
    reject: async ({ tx, subjects, actor, now, input }) => {
      const rejectedById = actor.kind === "USER" ? actor.userId : null;
      await tx.paymentProof.updateMany({
        where: { id: { in: openProofs(subjects) } },
        data: { rejectedAt: now, rejectedById, rejectionNote: input.note?.trim() ?? "" },
      });
    },
  },

  after: {
    stateAmount: tellOfPayment("royaltyStated"),
    prove: tellOfPayment("paymentProved"),
    receive: tellOfPayment("paymentReceived"),
    confirm: tellOfPayment("paymentConfirmed"),
    payOnline: tellOfPayment("paymentConfirmed"),
    countDeposit: tellOfPayment("paymentConfirmed"),
    reject: tellOfPayment("paymentRejected"),
    nothingDue: tellOfPayment("royaltySettled"),
  },
};

function openProofs(subjects: readonly InstalmentRow[]): string[] {
  return subjects.flatMap((row) => row.proofs.map((proof) => proof.id));
}
