import type { IntentionState } from "./challenge-intention-procedure";
import type { ChallengeTarget } from "./challenge-schema";
import type { IntentionContent } from "./intention-schema";

export type OwnIntentionItem = {
  id: string;
  number: number;
  state: IntentionState;
  title: string;
  challengeNumber: number;
  challengeState: string;
  poster: string;
  organisation: string;
  intentionsDueAt: string | null;
  takerId: string | null;
};

export type IntentionPage = OwnIntentionItem & {
  role: "taker" | "poster" | "office";
  revision: number;
  content: IntentionContent;
  isRelated: boolean | null;
  relatedNote: string;
  /** Code of the scout, to the taker only. */
  scoutCode: string;
  hasScout: boolean;
  submittedAt: string | null;
  /** Hash over what was handed in: the receipt. */
  receipt: string | null;
  screeningNote: string;
  targets: ChallengeTarget[];
  missing: string[];
  isOpen: boolean;
  hasAgreement: boolean;
  mayWrite: boolean;
  mayScreen: boolean;
  mayExclude: boolean;
};
