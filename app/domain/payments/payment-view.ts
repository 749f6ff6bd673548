import type { PaymentPart } from "./payment-part";
import type { PaymentCase, PaymentPurpose, PaymentState } from "./payment-procedure";

/** Instants as ISO texts; amounts in fen. */
export type PaymentListItem = {
  id: string;
  reference: string;
  state: PaymentState;
  purpose: PaymentPurpose;
  caseType: PaymentCase;
  title: string;
  payer: string;
  payee: string | null;
  amountFen: bigint;
  dueAt: string | null;
  returnDueAt: string | null;
  isOverdue: boolean;
  isReturnLate: boolean;
};

export type TransferProofView = {
  id: string;
  amountFen: bigint;
  paidOn: string;
  bankReference: string;
  fileName: string;
  submittedBy: string | null;
  submittedAt: string;
  receivedBy: string | null;
  receivedAt: string | null;
  confirmedBy: string | null;
  confirmedAt: string | null;
  rejectedBy: string | null;
  rejectedAt: string | null;
  rejectionNote: string;
};

export type InvoiceView = {
  title: string;
  uscc: string;
  address: string;
  bankAccount: string;
  kind: string;
  issuedNumber: string | null;
  issuedOn: string | null;
};

export type PaymentView = PaymentListItem & {
  caseId: string;
  method: string | null;
  paidAt: string | null;
  settledAt: string | null;
  parts: PaymentPart[];
  mayPay: boolean;
  /** For the payer's people and the operators; empty for a payee. */
  proofs: TransferProofView[];
  refund: { state: string; dueAt: string; doneAt: string | null } | null;
  online: { isOn: boolean; isTooLarge: boolean; maxFen: bigint };
  account: { name: string; number: string; bank: string };
  today: string;
  /** Null where the market issues no invoice for it. */
  invoice: {
    data: InvoiceView | null;
    mayEdit: boolean;
    suggested: { title: string; uscc: string };
  } | null;
  /** The operator has noted or given the present proof: somebody else confirms. */
  isFirstPerson: boolean;
};

/** Whether an organisation's account at the provider is opened, and can receive. */
export type ReceivingState = "NONE" | "STARTED" | "READY";
