import type { RewardMove, RewardState } from "./reward-procedure";
import type { ObjectionOutcome, RewardBasis, ShareRole } from "./reward-schema";

/** Money in fen, shares in basis points, dates as YYYY-MM-DD, instants as ISO texts. */
export type RewardShareView = {
  id: string;
  personName: string;
  userId: string | null;
  role: ShareRole;
  contribution: string;
  shareBp: number;
  amountFen: bigint;
  hasNameConsent: boolean;
  /** What counts as wages for individual income tax, by the estimate; null when it is not known. */
  countedFen: bigint | null;
};

export type RewardObjectionView = {
  id: string;
  number: number;
  /** Only for the unit. */
  objectorName: string;
  objectorContact: string;
  text: string;
  createdAt: string;
  outcome: ObjectionOutcome | null;
  result: string;
  handledAt: string | null;
};

export type RewardCheck = {
  id: string;
  answer: "MET" | "NOT_MET" | "PERSON_DECIDES";
  /** Error code that says what is wrong. */
  code: string | null;
};

export type RewardDetail = {
  id: string;
  number: number;
  state: RewardState;
  organisation: string;
  contract: { id: string; number: number; title: string; categoryCode: string; dealId: string };
  registrationNo: string | null;
  revenueFen: bigint;
  availableFen: bigint;
  deductions: { label: string; amountFen: bigint }[];
  deductionsFen: bigint;
  netIncomeFen: bigint;
  netIncomeRule: string;
  basis: RewardBasis;
  rewardFen: bigint;
  rewardBp: number;
  floorBp: number;
  floorFen: bigint | null;
  floorSource: string;
  floorConfidence: string;
  isBelowAllowed: boolean;
  isFloorNamed: boolean;
  officeBonusFen: bigint;
  bonusBp: number;
  bonus: { isAllowed: boolean; dueFen: bigint; source: string };
  contact: string;
  shares: RewardShareView[];
  objections: RewardObjectionView[];
  startedAt: string | null;
  endsAt: string | null;
  publicityDays: number;
  isPublicityAsked: boolean;
  confirmedAt: string | null;
  paidOn: string | null;
  payment: { firstPaidOn: string; deadline: string; months: number; daysLeft: number } | null;
  tax: { outcome: string; source: string; factorPercent: number | null };
  /** The reader administers the unit. */
  mayRun: boolean;
  /** The reader is on the sheet; null when not. */
  ownConsent: boolean | null;
  /** Moves of the reader in this state with what stands in the way. */
  steps: { move: RewardMove; closed: string | null }[];
  checks: RewardCheck[];
  members: { id: string; name: string }[];
};

export type RewardListItem = {
  id: string;
  number: number;
  state: RewardState;
  contractTitle: string;
  organisation: string;
  netIncomeFen: bigint;
  rewardFen: bigint;
  createdAt: string;
  endsAt: string | null;
  /** Objections that nobody has answered. */
  openObjections: number;
};

/** What the public sees; persons only while the publicity runs. */
export type PublicReward = {
  number: number;
  state: RewardState;
  organisation: string;
  organisationId: string;
  contractTitle: string;
  categoryCode: string;
  registrationNo: string | null;
  netIncomeFen: bigint;
  netIncomeRule: string;
  rewardFen: bigint;
  rewardBp: number;
  officeBonusFen: bigint;
  floorBp: number;
  floorSource: string;
  contact: string;
  startedAt: string;
  endsAt: string | null;
  confirmedAt: string | null;
  isOpenForObjections: boolean;
  shares:
    | {
        name: string;
        isMasked: boolean;
        role: ShareRole;
        contribution: string;
        shareBp: number;
        amountFen: bigint;
      }[]
    | null;
  objections: {
    number: number;
    text: string | null;
    createdAt: string;
    outcome: ObjectionOutcome | null;
    result: string;
    handledAt: string | null;
  }[];
};
