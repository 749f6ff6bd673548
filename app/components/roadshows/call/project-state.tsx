import { useTranslation } from "react-i18next";
import { Badge, StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { ProjectState } from "~/domain/roadshows/call/project-procedure";

const TONES: Record<ProjectState, Tone> = {
  DRAFT: "neutral",
  SUBMITTED: "info",
  RETURNED: "warning",
  FORM_CHECK: "info",
  SELECTED: "accent",
  RESERVE: "accent",
  REJECTED: "neutral",
  CONFIRMED: "success",
  WAIVED: "neutral",
  MATERIALS_OK: "success",
  PRESENTED: "brand",
  NO_SHOW: "danger",
  WITHDRAWN: "neutral",
  MEETINGS: "brand",
  INTENTION: "brand",
  CONTRACT: "success",
  REGISTERED: "success",
  DROPPED: "neutral",
};

/** Where a project stands. */
export function ProjectStateBadge({ state }: { state: string }) {
  const { t } = useTranslation("pitches");
  const known = state as ProjectState;
  return <StatusBadge tone={TONES[known]}>{t(`states.${known}`)}</StatusBadge>;
}

/** Achievement or need, and whether it is shown under an undertaking only. */
export function SideBadge({ side, confidentiality }: { side: string; confidentiality?: string }) {
  const { t } = useTranslation("pitches");
  return (
    <>
      <Badge tone={side === "DEMAND" ? "accent" : "brand"}>
        {t(`sides.${side as "SUPPLY" | "DEMAND"}`)}
      </Badge>
      {confidentiality === "NDA_SESSION" && (
        <Badge tone="warning" icon="lock">
          {t("confidentialities.NDA_SESSION")}
        </Badge>
      )}
    </>
  );
}
