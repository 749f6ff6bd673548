import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveContext } from "~/domain/shared/procedure/conduct";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import {
  LAPSING_PURPOSES,
  ONLINE_ONLY_PURPOSES,
  type PaymentMove,
  type PaymentRelation,
  type PaymentState,
} from "./payment-procedure";
import type { PaymentRow } from "./payment-rows.server";
import { payoutOf } from "./payout-of-payment.server";

const OWN_RULE = "the market's own rule on payments";
const FOUR_EYES = `${OWN_RULE}: four eyes`;

export type PaymentCondition =
  | "transfer-allowed"
  | "in-time"
  | "card-amount"
  | "amount-arrived"
  | "amount-equal"
  | "same-proof"
  | "not-own-money"
  | "second-person"
  | "not-passed-on"
  | "is-deposit";

export const paymentConditions: Conduct<
  PaymentRow,
  PaymentState,
  PaymentMove,
  PaymentRelation,
  PaymentCondition,
  "check"
>["conditions"] = {
  "transfer-allowed": ({ subject }) =>
    conditionOf(!ONLINE_ONLY_PURPOSES.some((purpose) => purpose === subject.purpose), {
      inputs: { purpose: subject.purpose },
      formula: "the money may lie at the market's bank",
      source: OWN_RULE,
      code: "payment_other_way",
    }),
  "in-time": ({ subject, now }) => {
    const lapses = LAPSING_PURPOSES.some((purpose) => purpose === subject.purpose);
    const isOver = lapses && subject.dueAt !== null && subject.dueAt <= now;
    return conditionOf(!isOver, {
      inputs: { dueAt: subject.dueAt?.toISOString() ?? null, lapses },
      formula: "what lapses is paid before it is due",
      source: OWN_RULE,
      code: "payment_too_late",
    });
  },
  "card-amount": async ({ tx, subject, now }) => {
    const yuan = await getPolicyNumber(tx, "market.payment.card_max_yuan", now);
    return conditionOf(subject.amountFen <= BigInt(yuan) * 100n, {
      inputs: { amountFen: subject.amountFen.toString(), cardMaxYuan: yuan },
      formula: "amount <= the most that one card payment takes",
      source: "Stripe: an amount has at most eight digits",
      code: "payment_too_large_for_card",
    });
  },
  "amount-arrived": ({ subject, input }) =>
    conditionOf(
      input.amountFen === subject.amountFen.toString() && input.currency === subject.currency,
      {
        inputs: {
          due: subject.amountFen.toString(),
          arrived: input.amountFen ?? null,
          currency: input.currency ?? null,
        },
        formula: "arrived = due, in the same currency",
        source: OWN_RULE,
        code: "payment_amount_wrong",
      },
    ),
  "amount-equal": ({ subject }) => {
    const paid = subject.proofs[0]?.amountFen ?? null;
    return conditionOf(paid === subject.amountFen, {
      inputs: { due: subject.amountFen.toString(), paid: paid?.toString() ?? null },
      formula: "paid = due",
      source: OWN_RULE,
      code: "payment_amount_wrong",
      field: "amount",
    });
  },
  "same-proof": ({ subject, input }) => {
    const present = subject.proofs[0]?.id ?? null;
    return conditionOf(present !== null && input.proofId === present, {
      inputs: { shown: input.proofId ?? null, present },
      formula: "the proof acted on is the one that was shown",
      source: OWN_RULE,
      code: "changed_meanwhile",
    });
  },
  "not-own-money": (context) => notOwnMoney(context, context.subject.payerOrganisationId),
  "second-person": ({ subject, actor }) => {
    const proof = subject.proofs[0];
    const second = actor.kind === "USER" ? actor.userId : null;
    const isOther =
      second !== null && second !== proof?.receivedById && second !== proof?.submittedById;
    return conditionOf(isOther, {
      inputs: { first: proof?.receivedById ?? null, second },
      formula: "whoever confirms has neither noted the receipt nor given the proof",
      source: FOUR_EYES,
      code: "payment_second_person",
    });
  },
  "not-passed-on": async ({ tx, subject }) => {
    const payout = await payoutOf(tx, subject.id);
    const isFree = payout === null || payout.state === "DUE" || payout.state === "FAILED";
    return conditionOf(isFree, {
      inputs: { payout: payout?.state ?? null },
      formula: "the money has not been passed on",
      source: OWN_RULE,
      code: "payment_passed_on",
    });
  },
  "is-deposit": ({ subject }) =>
    conditionOf(subject.purpose === "DEPOSIT", {
      inputs: { purpose: subject.purpose },
      formula: "purpose = DEPOSIT",
      source: OWN_RULE,
      code: "payment_not_a_deposit",
    }),
};

/** Nobody of an organisation confirms for the market what that organisation paid or gets. */
export function notOwnMoney(
  { actor }: Pick<MoveContext<unknown>, "actor">,
  organisationId: string,
) {
  const isOwn =
    actor.kind === "USER" && actor.memberships.some((one) => one.organisationId === organisationId);
  return conditionOf(!isOwn, {
    inputs: { organisationId, isOwn },
    formula: "the operator does not belong to the organisation whose money it is",
    source: FOUR_EYES,
    code: "payment_own_money",
  });
}
