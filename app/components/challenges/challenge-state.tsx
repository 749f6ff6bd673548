import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { IntentionState } from "~/domain/challenges/challenge-intention-procedure";
import type { ChallengeMilestoneState } from "~/domain/challenges/challenge-milestone-procedure";
import type { ChallengeState } from "~/domain/challenges/challenge-procedure";
import type { TakerState } from "~/domain/challenges/challenge-taker-procedure";

const CHALLENGE: Record<ChallengeState, Tone> = {
  DRAFT: "neutral",
  VETTING: "info",
  CORRECTION: "warning",
  PUBLISHED: "success",
  SCREENING: "info",
  APPRAISAL: "info",
  PUBLICITY: "accent",
  RUNNING: "brand",
  CLOSED: "neutral",
  NO_TAKER: "warning",
  WITHDRAWN: "neutral",
  TERMINATED: "danger",
};

const INTENTION: Record<IntentionState, Tone> = {
  DRAFT: "neutral",
  SUBMITTED: "info",
  ELIGIBLE: "brand",
  INELIGIBLE: "danger",
  SELECTED: "success",
  RESERVE: "accent",
  NOT_SELECTED: "neutral",
  WITHDRAWN: "neutral",
};

const TAKER: Record<TakerState, Tone> = {
  CONTRACTING: "info",
  RUNNING: "brand",
  ACCEPTANCE: "accent",
  PASSED: "success",
  NOT_PASSED: "danger",
  EXEMPTED: "warning",
  ELIMINATED: "neutral",
  TERMINATED: "danger",
  REWARDED: "success",
};

const MILESTONE: Record<ChallengeMilestoneState, Tone> = {
  PLANNED: "neutral",
  REPORTED: "info",
  ACCEPTED: "success",
  FAILED: "danger",
};

/** Where a challenge stands. */
export function ChallengeStateBadge({ state }: { state: ChallengeState }) {
  const { t } = useTranslation("challenges");
  return <StatusBadge tone={CHALLENGE[state]}>{t(`states.${state}`)}</StatusBadge>;
}

export function IntentionStateBadge({ state }: { state: IntentionState }) {
  const { t } = useTranslation("challenges");
  return <StatusBadge tone={INTENTION[state]}>{t(`work.intentionStates.${state}`)}</StatusBadge>;
}

export function TakerStateBadge({ state }: { state: TakerState }) {
  const { t } = useTranslation("challenges");
  return <StatusBadge tone={TAKER[state]}>{t(`takerStates.${state}`)}</StatusBadge>;
}

export function MilestoneStateBadge({ state }: { state: ChallengeMilestoneState }) {
  const { t } = useTranslation("challenges");
  return <StatusBadge tone={MILESTONE[state]}>{t(`work.milestoneStates.${state}`)}</StatusBadge>;
}
