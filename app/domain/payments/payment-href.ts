/** Page of one payment for the payer's people; works without JavaScript. */
export function paymentHref(paymentId: string): string {
  return `/desk/payments/${paymentId}`;
}

/** The same payment for the market's operators. */
export function officePaymentHref(paymentId: string): string {
  return `/office/payments/${paymentId}`;
}

/** Where an organisation arranges how it receives money. */
export const RECEIVING_HREF = "/desk/payments/account";
