import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { InstalmentState } from "~/domain/performance/instalment-procedure";
import type { MilestoneState } from "~/domain/performance/milestone-procedure";
import type { RewardState } from "~/domain/performance/reward-procedure";

const MILESTONE: Record<MilestoneState, Tone> = {
  PLANNED: "neutral",
  SUBMITTED: "warning",
  ACCEPTED: "success",
  CANCELLED: "neutral",
};

export function MilestoneStateBadge({ state }: { state: MilestoneState }) {
  const { t } = useTranslation("performance");
  return <StatusBadge tone={MILESTONE[state]}>{t(`milestones.states.${state}`)}</StatusBadge>;
}

const INSTALMENT: Record<InstalmentState, Tone> = {
  PLANNED: "neutral",
  PROOF_GIVEN: "warning",
  RECEIVED: "warning",
  CONFIRMED: "success",
  CANCELLED: "neutral",
};

export function InstalmentStateBadge({ state }: { state: InstalmentState }) {
  const { t } = useTranslation("performance");
  return <StatusBadge tone={INSTALMENT[state]}>{t(`payments.states.${state}`)}</StatusBadge>;
}

const REWARD: Record<RewardState, Tone> = {
  DRAFT: "neutral",
  PUBLICITY: "info",
  OBJECTION_HANDLING: "danger",
  CONFIRMED: "success",
  PAID: "success",
  CANCELLED: "neutral",
};

export function RewardStateBadge({ state }: { state: RewardState }) {
  const { t } = useTranslation("performance");
  return <StatusBadge tone={REWARD[state]}>{t(`reward.states.${state}`)}</StatusBadge>;
}
