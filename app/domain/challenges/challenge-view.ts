import type { IntentionState } from "./challenge-intention-procedure";
import type { ChallengeMove, ChallengeState } from "./challenge-procedure";
import type {
  ChallengeField,
  ChallengeForm,
  ChallengeTarget,
  ListKind,
  TakerMode,
} from "./challenge-schema";
import type { TakerState } from "./challenge-taker-procedure";
import type { Recommendation, Scores, Weights } from "./score-rules";
import type { TargetLint } from "./target-rules";

export type ChallengeItem = {
  id: string;
  number: number;
  title: string;
  state: ChallengeState;
  organisation: string;
  listKind: ListKind;
  posterFen: bigint;
  publicFen: bigint;
  region: string;
  fields: string[];
  intentionsDueAt: string | null;
  takerMode: TakerMode;
};

export type QuestionView = {
  id: string;
  number: number;
  text: string;
  askedAt: string;
  answer: string;
  answeredAt: string | null;
};

export type ObjectionView = {
  id: string;
  number: number;
  at: string;
  /** Null to the public until there is a result. */
  text: string | null;
  outcome: "UPHELD" | "REJECTED" | null;
  result: string;
  handledAt: string | null;
};

export type ChallengeFileView = {
  id: string;
  title: string;
  visibility: "PUBLIC" | "AGREED";
};

export type ProposedView = {
  organisation: string;
  members: string[];
  chief: string;
  isReserve: boolean;
  rank: number | null;
  scoreHundredths: number | null;
};

export type ResultView = {
  organisation: string;
  state: TakerState;
  rewardFen: bigint | null;
  note: string;
  milestones: { accepted: number; all: number };
};

export type ActivityView = {
  days: { day: string; views: number }[];
  views: number;
  agreements: number;
  /** Null until the deadline: a count would tell how many compete. */
  intentions: number | null;
};

export type PublicChallenge = ChallengeItem & {
  background: string;
  content: string;
  targets: ChallengeTarget[];
  cooperation: ChallengeForm["cooperation"];
  publicSource: string;
  ipTerms: string;
  eligibility: string;
  maxTakers: number;
  scoutShareBp: number;
  finishOn: string | null;
  publishedAt: string;
  publicityEndsAt: string | null;
  closedAt: string | null;
  closeNote: string;
  relistedAs: number | null;
  /** Promised date of the result; null where the working-day calendar does not reach. */
  replyOn: string | null;
  weights: Weights;
  vettingNote: string;
  agreement: { text: string; hash: string; acceptedAt: string | null };
  mayRead: boolean;
  /** Null unless the reader may read it. */
  confidential: string | null;
  files: ChallengeFileView[];
  hiddenFiles: number;
  questions: QuestionView[];
  objections: ObjectionView[];
  proposed: ProposedView[];
  proposalReason: string;
  results: ResultView[];
  activity: ActivityView;
  isOpen: boolean;
  mayObject: boolean;
  viewer: {
    isSignedIn: boolean;
    isPoster: boolean;
    intentionId: string | null;
    scoutPath: string | null;
  };
};

export type MoveView = { move: ChallengeMove; needsNote: boolean };

export type IntentionItem = {
  id: string;
  number: number;
  state: IntentionState;
  organisation: string;
  isRelated: boolean | null;
  relatedNote: string;
  sharedPeople: number;
  submittedAt: string | null;
  screeningNote: string;
  scoreHundredths: number | null;
  rank: number | null;
  hasScout: boolean;
  appraisals: AppraisalView[];
};

export type AppraisalView = {
  expert: string;
  scores: Scores;
  totalHundredths: number;
  recommendation: Recommendation;
  comment: string;
};

export type ExpertView = {
  id: string;
  name: string;
  state: "INVITED" | "ACCEPTED" | "RECUSED" | "DONE";
  recusalNote: string;
};

export type TakerItem = {
  id: string;
  organisation: string;
  state: TakerState;
  stage: number;
  accepted: number;
  milestones: number;
};

export type ChallengeCase = {
  id: string;
  number: number;
  revision: number;
  state: ChallengeState;
  organisation: string;
  form: Omit<ChallengeForm, "posterFen" | "publicFen"> & {
    posterFen: bigint | null;
    publicFen: bigint | null;
  };
  region: string;
  fields: string[];
  missing: ChallengeField[];
  lint: TargetLint[];
  moves: MoveView[];
  returned: { note: string; comments: Record<string, string> } | null;
  intentionsDueAt: string | null;
  publicityEndsAt: string | null;
  files: ChallengeFileView[];
  questions: QuestionView[];
  objections: ObjectionView[];
  experts: ExpertView[];
  expertsMinimum: number;
  intentions: IntentionItem[];
  takers: TakerItem[];
  mayEdit: boolean;
  mayScreen: boolean;
};
