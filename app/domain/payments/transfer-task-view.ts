import type { RefundState } from "./refund-procedure";

/** A refund or a payout as the operators see it. */
export type TransferTask = {
  id: string;
  state: RefundState;
  method: string;
  paymentId: string;
  title: string;
  reference: string;
  organisation: string;
  amountFen: bigint;
  reason: string;
  bankReference: string | null;
  failure: string | null;
  dueAt: string | null;
  doneAt: string | null;
  isLate: boolean;
  /** The person has sent it: somebody else confirms. */
  isFirstPerson: boolean;
  /** Stripe Connect is on and the organisation can receive there. */
  mayGoOnline: boolean;
};
