import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { RoadshowPlanState } from "~/domain/roadshows/timetable/roadshow-plan-procedure";

const TONES: Record<RoadshowPlanState, Tone> = {
  SOLVING: "info",
  FAILED: "danger",
  DRAFT: "neutral",
  PROVISIONAL: "accent",
  FINAL: "success",
  SUPERSEDED: "neutral",
  DISCARDED: "neutral",
};

/** Where a version of the timetable stands. */
export function PlanStateBadge({ state }: { state: RoadshowPlanState }) {
  const { t } = useTranslation("timetable");
  return <StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>;
}
