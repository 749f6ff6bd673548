const PREFIX = "difference:";

/** Key of the booking of money at Stripe that settles nothing, by Stripe's id of the payment. */
export function differenceKey(intentId: string): string {
  return `${PREFIX}${intentId}`;
}

export function intentOfDifference(key: string): string {
  return key.slice(PREFIX.length);
}

/** Key of the booking of what went back of a difference, by Stripe's id of the refund. */
export function differenceReturnKey(stripeRefundId: string): string {
  return `difference-returned:${stripeRefundId}`;
}
