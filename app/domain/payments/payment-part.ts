/** What a person is to a payment. */
export type PaymentPart = "PAYER" | "PAYEE" | "OPERATOR";
