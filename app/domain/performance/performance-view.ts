import type { DealSide } from "~/domain/deals/deal-role-rules";
import type { InstalmentKind, InstalmentMove, InstalmentState } from "./instalment-procedure";
import type { MilestoneMove, MilestoneState } from "./milestone-procedure";
import type { RewardState } from "./reward-procedure";

/** A step of a person: open, or closed for a reason (key under `performance.closed`). */
export type Step<M extends string> = { move: M; closed: ClosedReason | null };
export type ClosedReason =
  | "notRunning"
  | "noScope"
  | "notInRoom"
  | "notRealName"
  | "amountUnknown"
  | "periodRuns"
  | "samePerson"
  | "notStated"
  | "notVerified";

/** Dates as YYYY-MM-DD, instants as ISO texts, money in fen. */
export type MilestoneView = {
  id: string;
  title: string;
  acceptance: string;
  dueOn: string | null;
  state: MilestoneState;
  isOverdue: boolean;
  report: string;
  fileName: string | null;
  submittedAt: string | null;
  submittedBy: string | null;
  acceptedAt: string | null;
  acceptedBy: string | null;
  rejectionNote: string;
  steps: Step<MilestoneMove>[];
};

export type InstalmentView = {
  id: string;
  kind: InstalmentKind;
  title: string;
  amountFen: bigint | null;
  baseFen: bigint | null;
  dueOn: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  /** Title of the milestone that it follows; empty when the contract named none. */
  milestone: { title: string; state: MilestoneState } | null;
  state: InstalmentState;
  isOverdue: boolean;
  isStated: boolean;
};

export type PaymentSums = {
  /** Fixed price of the terms, and of the plan: they must be equal. */
  termsFen: bigint;
  planFen: bigint;
  statedRoyaltyFen: bigint;
  confirmedFen: bigint;
  /** Payments whose proof waits for the payee. */
  waitingFen: bigint;
};

export type PerformanceView = {
  contract: {
    id: string;
    number: number;
    title: string;
    state: string;
    signedOn: string;
    endedAt: string | null;
  };
  side: DealSide | null;
  today: string;
  milestones: MilestoneView[];
  instalments: InstalmentView[];
  /** Whether the reader may open the papers of payments. */
  mayOpenPayments: boolean;
  sums: PaymentSums;
  termination: {
    id: string;
    isOwn: boolean;
    reason: string;
    note: string;
    createdAt: string;
    byName: string | null;
  } | null;
  /** Whether the reader may propose or answer an early end; the reason when not. */
  terminationClosed: ClosedReason | null;
  registration: { id: string; state: string; number: string | null; office: string | null } | null;
  /** Of the supply side only. */
  reward: {
    mayRun: boolean;
    availableFen: bigint;
    sheets: { id: string; number: number; state: RewardState; rewardFen: bigint }[];
  } | null;
};

export type ProofView = {
  id: string;
  amountFen: bigint;
  paidOn: string;
  bankReference: string;
  fileName: string;
  submittedAt: string;
  submittedBy: string | null;
  receivedAt: string | null;
  receivedBy: string | null;
  confirmedAt: string | null;
  confirmedBy: string | null;
  rejectedAt: string | null;
  rejectedBy: string | null;
  rejectionNote: string;
};

export type PaymentView = InstalmentView & {
  contract: { id: string; number: number; title: string; state: string; dealId: string };
  payer: string;
  payee: string;
  isInRoom: boolean;
  today: string;
  royalty: { base: string; rateBp: number; capFen: string | null } | null;
  /** The request to pay it online, and whether the reader may make it; null where there is no way. */
  online: { href: string | null; mayAsk: boolean; isPaid: boolean } | null;
  /** Newest first; the one that is not rejected comes first. */
  proofs: ProofView[];
  steps: Step<InstalmentMove>[];
};

export type PaymentListItem = Pick<
  InstalmentView,
  | "id"
  | "kind"
  | "title"
  | "amountFen"
  | "dueOn"
  | "state"
  | "isOverdue"
  | "isStated"
  | "periodFrom"
  | "periodTo"
> & {
  contractTitle: string;
  counterpart: string;
  /** What the person's organisation is to it. */
  part: "PAYER" | "PAYEE";
};
