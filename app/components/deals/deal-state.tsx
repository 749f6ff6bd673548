import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { DealState } from "~/domain/deals/deal-procedure";

const TONE: Record<DealState, Tone> = {
  OPEN: "info",
  PAUSED: "warning",
  DISPUTED: "danger",
  AGREED: "brand",
  CONTRACTED: "success",
  COMPLETED: "success",
  CLOSED: "neutral",
};

/** Where a room stands. */
export function DealStateBadge({ state }: { state: DealState }) {
  const { t } = useTranslation("deals");
  return <StatusBadge tone={TONE[state]}>{t(`states.${state}`)}</StatusBadge>;
}
