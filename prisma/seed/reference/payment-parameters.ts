import { row } from "./market-parameters";

/** Periods and limits of payments; market defaults with the rule that they follow. */
export const paymentParameters = [
  row(
    "market.payment.due_workdays",
    "应付款项付款期限",
    5,
    "working days",
    "then lapses where the case says so",
  ),
  row(
    "market.payment.return_hours",
    "保证金退还时限",
    24,
    "hours",
    "judicial online auction rule 2016: within 24 h; market default",
  ),
  row(
    "market.payment.transfer_confirm_workdays",
    "转账确认时限",
    2,
    "working days",
    "reminds only",
  ),
  row(
    "market.payment.card_max_yuan",
    "单笔在线支付上限",
    999999,
    "yuan",
    "Stripe: an amount has at most eight digits; larger sums go by bank transfer",
  ),
];
