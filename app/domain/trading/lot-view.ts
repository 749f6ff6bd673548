import type { PaymentState } from "~/domain/payments/payment-procedure";
import type { AuctionRules } from "./auction-rules-schema";
import type { LotApplicationState } from "./lot-application-procedure";
import type { LotAnswers, LotComment } from "./lot-checks-schema";
import type { LotFilePurpose, LotFileVisibility } from "./lot-file-rules";
import type { LotNoticeContent, LotNoticeKind } from "./lot-notice-schema";
import type { LotMove, LotState } from "./lot-procedure";
import type { LotPlan, LotSale } from "./lot-terms-schema";

// Amounts are texts of fen. No type here has room for a reserve that is not public.

export type LotCard = {
  number: number;
  title: string;
  state: LotState;
  mode: AuctionRules["mode"];
  sellerName: string;
  regionName: string;
  categoryName: string;
  startPriceFen: string;
  priceFen: string | null;
  applicationsEndAt: Date | null;
  biddingStartsAt: Date | null;
  isTraining: boolean;
  isAuction: boolean;
};

export type LotFileView = {
  id: string;
  fileId: string;
  purpose: LotFilePurpose;
  visibility: LotFileVisibility;
  title: string;
  name: string;
  sizeBytes: number;
};

export type LotQuestionView = {
  number: number;
  text: string;
  createdAt: Date;
  answer: string;
  answeredAt: Date | null;
};

export type LotNoticeView = {
  number: number;
  kind: LotNoticeKind;
  content: LotNoticeContent;
  createdAt: Date;
};

/** What everybody reads of a lot, and the seller and the office too. */
export type LotFacts = {
  id: string;
  number: number;
  state: LotState;
  title: string;
  description: string;
  defects: string;
  categoryName: string;
  mode: AuctionRules["mode"];
  startPriceFen: string | null;
  stepFen: string | null;
  depositFen: string | null;
  reserve:
    | { kind: "NONE" }
    | { kind: "PUBLIC"; amountFen: string }
    | { kind: "SECRET"; commitment: string; openedFen: string | null };
  priceBasis: string;
  priceBasisNote: string;
  qualification: string;
  feePayer: string;
  feeBp: number;
  sale: LotSale;
  plan: LotPlan;
  rules: AuctionRules | null;
  rulesHash: string | null;
  isTraining: boolean;
  auction: { house: string; licence: string; auctioneer: string } | null;
  announcedAt: Date | null;
  applicationsEndAt: Date | null;
  biddingStartsAt: Date | null;
  confirmDueAt: Date | null;
  contractDueAt: Date | null;
  extensionCount: number;
  runNumber: number;
  priceFen: string | null;
  seller: { id: string; name: string; regionName: string };
  items: { id: string; title: string }[];
  files: LotFileView[];
};

export type OwnApplication = {
  id: string;
  state: LotApplicationState;
  organisationName: string;
  refusalNote: string;
  paymentHref: string | null;
  depositState: PaymentState | null;
  bidderNumber: number | null;
  isWinner: boolean;
  /** The deal room of the winner, for those who are in it. */
  roomId: string | null;
  mayWithdraw: boolean;
  mayConfirm: boolean;
};

export type PublicLot = LotFacts & {
  questions: LotQuestionView[];
  notices: LotNoticeView[];
  /** Number of applications, names never before the end. */
  applicationCount: number;
  winnerName: string | null;
  isSeller: boolean;
  isOperator: boolean;
  isSignedIn: boolean;
  mayAsk: boolean;
  isOpen: boolean;
  own: OwnApplication[];
  earlierNumber: number | null;
  laterNumber: number | null;
  hasRun: boolean;
  now: Date;
};

export type LotMoveView = { move: LotMove; needsNote: boolean };

export type LotConditionView = {
  id: string;
  answer: "MET" | "NOT_MET" | "PERSON_DECIDES";
  code: string | null;
  field: string | null;
};

export type LotTimelineEntry = {
  id: string;
  move: LotMove;
  at: Date;
  actorName: string | null;
  note: string;
};

export type ApplicationLine = {
  id: string;
  state: LotApplicationState;
  organisationName: string;
  contactName: string;
  contactPhone: string;
  isRelated: boolean;
  relatedNote: string;
  preemptiveClaim: string;
  preemptiveRank: number | null;
  proofFileId: string | null;
  depositState: PaymentState | null;
  refusalNote: string;
  createdAt: Date;
};

/** The seller's page of a lot. */
export type DeskLot = LotFacts & {
  isEditable: boolean;
  moves: LotMoveView[];
  comments: LotComment[];
  checks: LotConditionView[];
  questions: (LotQuestionView & { mayAnswer: boolean })[];
  notices: LotNoticeView[];
  timeline: LotTimelineEntry[];
  applicationCount: number;
  /** Admitted buyers, named to the seller only when the run has ended. */
  buyers: { applicationId: string; name: string }[];
  lowestRerunFen: string | null;
  mayRerun: boolean;
  laterLot: { id: string; number: number } | null;
  dealId: string | null;
  revision: number;
  answers: LotAnswers | null;
};
