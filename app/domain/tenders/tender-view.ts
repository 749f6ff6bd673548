import type { AmendmentChange } from "./amendment-schema";
import type { CommitteeProblem } from "./scoring-rules";
import type { TenderBidState } from "./tender-bid-procedure";
import type { TenderBidContent } from "./tender-bid-schema";
import type { TenderState } from "./tender-procedure";
import type { TenderChoices, TenderCriterion, TenderRules } from "./tender-schema";

/** Instants as ISO texts, money as texts of fen: what a page can be told. */
export type TenderLine = {
  id: string;
  number: number;
  state: TenderState;
  title: string;
  buyer: string;
  budgetFen: string | null;
  issuedAt: string | null;
  bidsDueAt: string | null;
};

export type TenderFileView = {
  id: string;
  fileId: string;
  name: string;
  title: string;
  sizeBytes: number;
  sha256: string;
};

export type HolderView = {
  role: "BUYER" | "MARKET" | "NOTARY";
  /** Shown to those who work on the tender only. */
  name: string;
  fingerprint: string | null;
  registeredAt: string | null;
  openedAt: string | null;
};

export type QuestionView = {
  id: string;
  number: number;
  text: string;
  at: string;
  answer: string;
  answeredAt: string | null;
};

export type AmendmentView = {
  number: number;
  text: string;
  at: string;
  changes: AmendmentChange[];
  bidsDueAt: string | null;
};

/** A bid as everybody reads it after the opening. */
export type OpenedBidView = {
  id: string;
  organisation: string;
  state: TenderBidState;
  priceFen: string | null;
  durationDays: number | null;
  submittedAt: string;
  invalidReason: string;
  commitment: string;
  envelopeHash: string;
  rank: number | null;
  /** Points as texts; from the publicity of the candidates on. */
  total: string | null;
  points: Record<string, string>;
};

export type ObjectionView = {
  id: string;
  number: number;
  at: string;
  /** Null in public until there is a result. */
  text: string | null;
  organisation: string | null;
  outcome: "UPHELD" | "REJECTED" | null;
  result: string;
  handledAt: string | null;
};

export type TenderFacts = TenderLine & {
  organisationId: string;
  revision: number;
  description: string;
  categoryCode: string;
  category: string;
  qualification: string;
  contractTerms: string;
  bondFen: string | null;
  criteria: TenderCriterion[];
  choices: TenderChoices;
  /** Null before the issue. */
  rules: TenderRules | null;
  rulesHash: string | null;
  amendmentCount: number;
  suspendedFrom: string | null;
  openedAt: string | null;
  candidatesAt: string | null;
  candidatesEndAt: string | null;
  standstillEndsAt: string | null;
  awardedAt: string | null;
  awardedBidId: string | null;
  closeNote: string;
  need: { id: string; title: string } | null;
  earlierNumber: number | null;
  laterNumber: number | null;
  files: TenderFileView[];
  questions: QuestionView[];
  amendments: AmendmentView[];
  bids: OpenedBidView[];
  objections: ObjectionView[];
  /** The committee, from the award on. */
  committee: { name: string; kind: "EXPERT" | "BUYER" }[];
  /** Why the award did not go to the first candidate. */
  awardReasons: string;
  /** Why fewer bids than the law wants were ranked. */
  fewReasons: string;
};

export type BidContentView = Omit<TenderBidContent, "attachments"> & {
  attachments: { name: string; sha256: string; sizeBytes: number; isInside: boolean }[];
};

/** An organisation's own bid as its people see it. */
export type OwnBidView = {
  id: string;
  number: number;
  state: TenderBidState;
  revision: number;
  submittedAt: string;
  envelopeHash: string;
  amendmentNumber: number;
  invalidReason: string;
  content: BidContentView | null;
  priceFen: string | null;
  /** The market has asked why the price is so low. */
  isPriceAsked: boolean;
};

/** An opened bid as those who evaluate read it. */
export type EvaluatedBidView = {
  id: string;
  organisation: string;
  state: TenderBidState;
  priceFen: string;
  content: BidContentView;
  /** Null: its price was not asked about. */
  price: { explanation: string | null; accepted: string | null } | null;
};

export type CommitteeView = {
  members: {
    id: string;
    name: string;
    email: string;
    kind: "EXPERT" | "BUYER";
    isAccepted: boolean;
    isSubmitted: boolean;
    recusalNote: string | null;
  }[];
  problems: CommitteeProblem[];
};
