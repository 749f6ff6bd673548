import type { ChallengeTarget } from "./challenge-schema";
import type { AppraisalView } from "./challenge-view";
import type { IntentionContent } from "./intention-schema";
import type { Weights } from "./score-rules";

export type AppraisalItem = {
  challengeId: string;
  title: string;
  number: number;
  state: string;
  seat: "INVITED" | "ACCEPTED" | "RECUSED" | "DONE";
};

export type AppraisalSheet = {
  intentionId: string;
  number: number;
  organisation: string;
  content: IntentionContent;
  own: AppraisalView | null;
  /** Empty until the expert's own views are handed in. */
  others: AppraisalView[];
};

export type AppraisalPage = AppraisalItem & {
  recusalNote: string;
  conflict: "POSTER" | "TAKER" | "AUTHOR" | "SCOUT" | null;
  targets: ChallengeTarget[];
  weights: Weights;
  confidential: string | null;
  sheets: AppraisalSheet[];
  mayScore: boolean;
  /** Takers at acceptance, about whom an expert may give an opinion. */
  takers: { id: string; organisation: string; state: string }[];
};
