/** Accounts of the ledger. Debits are positive: assets stand positive, what is owed negative. */
export type AccountKind = "ASSET" | "LIABILITY" | "INCOME" | "EXPENSE";

const KINDS: Readonly<Record<string, AccountKind>> = {
  bank: "ASSET",
  stripe: "ASSET",
  "stripe-fees": "EXPENSE",
  fees: "INCOME",
  forfeited: "INCOME",
  /** Money that arrived and belongs to no payment; it is owed to whoever sent it. */
  differences: "LIABILITY",
};

export type AccountCode =
  | "bank"
  | "stripe"
  | "stripe-fees"
  | "fees"
  | "forfeited"
  | "differences"
  | `deposits:${string}`
  | `owed:${string}`;

/** Kind of an account and whose it is, as its code says. */
export function describeAccount(code: AccountCode): {
  kind: AccountKind;
  organisationId: string | null;
} {
  const colon = code.indexOf(":");
  if (colon > 0) return { kind: "LIABILITY", organisationId: code.slice(colon + 1) };
  return { kind: KINDS[code] ?? "LIABILITY", organisationId: null };
}

type Held = { purpose: string; payerOrganisationId: string; payeeOrganisationId: string | null };

/** Where a payment stands once it has arrived: held for the payer, owed to the payee, or the market's. */
export function heldAccount(payment: Held): AccountCode {
  if (payment.purpose === "DEPOSIT") return `deposits:${payment.payerOrganisationId}`;
  return payment.payeeOrganisationId ? `owed:${payment.payeeOrganisationId}` : "fees";
}

/** Where the money itself lies. */
export function cashAccount(method: string | null): AccountCode {
  return method === "STRIPE" ? "stripe" : "bank";
}

export const BOOKING_KINDS = [
  "DEPOSIT_PAID",
  "DEPOSIT_APPLIED",
  "DEPOSIT_FORFEITED",
  "REFUND_SENT",
  "FEE_PAID",
  "PRICE_PAID",
  "PAYOUT",
  "STRIPE_FEE",
  "CORRECTION",
  "DIFFERENCE_RETURNED",
] as const;
export type BookingKind = (typeof BOOKING_KINDS)[number];

/** Kind of the booking of a payment that arrived. */
export function paidKind(payment: Held): BookingKind {
  if (payment.purpose === "DEPOSIT") return "DEPOSIT_PAID";
  return payment.payeeOrganisationId ? "PRICE_PAID" : "FEE_PAID";
}
