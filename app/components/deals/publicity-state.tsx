import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { PublicityState } from "~/domain/deals/publicity-procedure";

const TONES = {
  PROPOSED: "neutral",
  APPROVED: "info",
  PUBLICITY: "info",
  OBJECTION_HANDLING: "warning",
  CLEARED: "success",
  REVISED: "neutral",
  STOPPED: "danger",
} as const satisfies Record<PublicityState, string>;

export function PublicityStateBadge({ state }: { state: PublicityState }) {
  const { t } = useTranslation("terms");
  return <StatusBadge tone={TONES[state]}>{t(`publicity.state.${state}`)}</StatusBadge>;
}
