import { useTranslation } from "react-i18next";
import { Badge, StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { MeetingState } from "~/domain/roadshows/meetings/meeting-procedure";
import type { ParticipantState } from "~/domain/roadshows/people/participant-procedure";

const PERSON: Record<ParticipantState, Tone> = {
  WAITING: "warning",
  REGISTERED: "success",
  CANCELLED: "neutral",
};

const MEETING: Record<MeetingState, Tone> = {
  REQUESTED: "info",
  ACCEPTED: "success",
  DECLINED: "neutral",
  WITHDRAWN: "neutral",
  CANCELLED: "warning",
  HELD: "brand",
  MISSED: "warning",
};

export function PersonStateBadge({ state }: { state: ParticipantState }) {
  const { t } = useTranslation("meetings");
  return <StatusBadge tone={PERSON[state]}>{t(`states.${state}`)}</StatusBadge>;
}

export function MeetingStateBadge({ state }: { state: MeetingState }) {
  const { t } = useTranslation("meetings");
  return <StatusBadge tone={MEETING[state]}>{t(`meetingStates.${state}`)}</StatusBadge>;
}

/** As what somebody is there. */
export function RoleBadges({ roles }: { roles: readonly string[] }) {
  const { t } = useTranslation("meetings");
  return (
    <span className="inline-flex flex-wrap gap-1">
      {roles.map((role) => (
        <Badge key={role} tone={role === "PRESENTER" ? "accent" : "neutral"}>
          {t(`roles.${role as "FIRM"}`)}
        </Badge>
      ))}
    </span>
  );
}
