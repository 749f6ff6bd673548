import { useTranslation } from "react-i18next";
import { Badge, StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { LeadState } from "~/domain/roadshows/follow-up/lead-procedure";
import type { LeadReason } from "~/domain/roadshows/follow-up/lead-schema";

const TONES: Record<LeadState, Tone> = {
  NEW: "warning",
  CONTACTED: "info",
  ROOM: "success",
  DROPPED: "neutral",
};

export function LeadStateBadge({ state }: { state: LeadState }) {
  const { t } = useTranslation("leads");
  return <StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>;
}

/** What a lead came from, each with its name. */
export function LeadReasons({ reasons }: { reasons: readonly LeadReason[] }) {
  const { t } = useTranslation("leads");
  return (
    <span className="inline-flex flex-wrap gap-1">
      {reasons.map((reason) => (
        <Badge key={reason} tone={reason === "SIGNING" ? "success" : "brand"}>
          {t(`reasons.${reason}`)}
        </Badge>
      ))}
    </span>
  );
}
