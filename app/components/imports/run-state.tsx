import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { ImportRunState } from "~/domain/imports/import-run-procedure";

const tones: Record<ImportRunState, Tone> = {
  MAPPING: "accent",
  QUEUED: "info",
  RUNNING: "info",
  FINISHED: "success",
  FAILED: "danger",
  CANCELLED: "neutral",
};

/** Where an import run stands. */
export function RunState({ state }: { state: ImportRunState }) {
  const { t } = useTranslation("imports");
  return <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>;
}
