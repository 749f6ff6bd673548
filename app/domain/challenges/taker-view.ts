import type { ChallengeMilestoneState } from "./challenge-milestone-procedure";
import type { ChallengeTarget, TakerMode } from "./challenge-schema";
import type { TakerMove, TakerState } from "./challenge-taker-procedure";
import type { MeasuredValue } from "./work-schema";

export type MilestoneView = {
  id: string;
  sort: number;
  state: ChallengeMilestoneState;
  title: string;
  target: string;
  dueOn: string | null;
  report: string;
  reportedAt: string | null;
  measured: MeasuredValue[];
  decisionNote: string;
  decidedAt: string | null;
  hasFile: boolean;
};

export type OpinionView = { expert: string; opinion: string; note: string; at: string };

export type TakerPage = {
  id: string;
  role: "taker" | "poster" | "expert" | "office";
  state: TakerState;
  stage: number;
  organisation: string;
  poster: string;
  challengeId: string;
  challengeNumber: number;
  challengeState: string;
  title: string;
  takerMode: TakerMode;
  targets: ChallengeTarget[];
  /** Latest accepted value of each target, with whether it is reached. */
  reached: { measured: string | null; met: boolean | null }[];
  milestones: MilestoneView[];
  moves: { move: TakerMove; needsNote: boolean }[];
  dealId: string | null;
  money: {
    posterFen: bigint;
    publicFen: bigint;
    leftFen: bigint;
    proposedFen: bigint;
    rewardFen: bigint | null;
    scoutShareBp: number;
    scoutRewardFen: bigint | null;
    hasScout: boolean;
    publicStatedFen: bigint | null;
    paymentId: string | null;
    paymentState: string | null;
  };
  opinions: OpinionView[];
  resultNote: string;
};
