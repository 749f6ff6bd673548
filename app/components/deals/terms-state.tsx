import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { TermSheetState } from "~/domain/deals/term-sheet-procedure";

const TONES = {
  PROPOSED: "warning",
  ACCEPTED: "success",
  REJECTED: "danger",
  SUPERSEDED: "neutral",
  WITHDRAWN: "neutral",
  REPLACED: "neutral",
} as const satisfies Record<TermSheetState, string>;

export function TermsState({ state }: { state: TermSheetState }) {
  const { t } = useTranslation("terms");
  return <StatusBadge tone={TONES[state]}>{t(`state.${state}`)}</StatusBadge>;
}
