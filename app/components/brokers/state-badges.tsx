import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { BrokerProfileState } from "~/domain/brokers/broker-profile-procedure";
import type { MandateState } from "~/domain/brokers/mandate-procedure";

const PROFILE_TONES: Record<BrokerProfileState, Tone> = {
  DRAFT: "neutral",
  SUBMITTED: "info",
  RETURNED: "warning",
  PUBLIC: "success",
  RECHECK: "warning",
  SUSPENDED: "danger",
  REVOKED: "danger",
  WITHDRAWN: "neutral",
};

export function ProfileStateBadge({ state }: { state: BrokerProfileState }) {
  const { t } = useTranslation("brokers");
  return <StatusBadge tone={PROFILE_TONES[state]}>{t(`states.${state}`)}</StatusBadge>;
}

const MANDATE_TONES: Record<MandateState, Tone> = {
  OFFERED: "info",
  ACCEPTED: "info",
  ACTIVE: "success",
  CONTRACT_MADE: "brand",
  FEE_DUE: "warning",
  PAID: "success",
  DECLINED: "neutral",
  WITHDRAWN: "neutral",
  EXPIRED: "neutral",
  TERMINATED: "neutral",
  DISPUTED: "danger",
};

export function MandateStateBadge({ state }: { state: MandateState }) {
  const { t } = useTranslation("brokers");
  return <StatusBadge tone={MANDATE_TONES[state]}>{t(`mandateStates.${state}`)}</StatusBadge>;
}
