import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { RoadshowMemberState } from "~/domain/roadshows/events/roadshow-member-procedure";
import type { RoadshowState } from "~/domain/roadshows/events/roadshow-procedure";

const EVENT: Record<RoadshowState, Tone> = {
  DRAFT: "neutral",
  VETTING: "info",
  APPROVED: "brand",
  CALL_OPEN: "success",
  CALL_CLOSED: "info",
  SELECTION: "info",
  AGENDA_SET: "brand",
  REGISTRATION: "success",
  LIVE: "accent",
  MATCHING: "accent",
  REPORTED: "brand",
  FOLLOW_UP: "brand",
  CLOSED: "neutral",
  CANCELLED: "danger",
};

const SEAT: Record<RoadshowMemberState, Tone> = {
  INVITED: "info",
  ACCEPTED: "success",
  DECLINED: "warning",
  REMOVED: "neutral",
};

/** Where an event stands. */
export function RoadshowStateBadge({ state }: { state: string }) {
  const { t } = useTranslation("roadshows");
  const known = state as RoadshowState;
  return <StatusBadge tone={EVENT[known]}>{t(`states.${known}`)}</StatusBadge>;
}

export function SeatStateBadge({ state }: { state: string }) {
  const { t } = useTranslation("roadshows");
  const known = state as RoadshowMemberState;
  return <StatusBadge tone={SEAT[known]}>{t(`seats.states.${known}`)}</StatusBadge>;
}
