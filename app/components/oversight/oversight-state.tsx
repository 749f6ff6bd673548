import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { TradeDisputeState } from "~/domain/oversight/trade-dispute-procedure";
import type { TradeFlagState } from "~/domain/oversight/trade-flag-procedure";

const flagTone: Record<TradeFlagState, Tone> = {
  OPEN: "warning",
  DISMISSED: "neutral",
  CONFIRMED: "danger",
};
const disputeTone: Record<TradeDisputeState, Tone> = {
  OPEN: "warning",
  UPHELD: "success",
  REJECTED: "neutral",
  WITHDRAWN: "neutral",
};

export function FlagStateBadge({ state }: { state: TradeFlagState }) {
  const { t } = useTranslation("oversight");
  return <StatusBadge tone={flagTone[state]}>{t(`flagStates.${state}`)}</StatusBadge>;
}

export function DisputeStateBadge({ state }: { state: TradeDisputeState }) {
  const { t } = useTranslation("oversight");
  return <StatusBadge tone={disputeTone[state]}>{t(`disputeStates.${state}`)}</StatusBadge>;
}
