import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { RegistrationState } from "~/domain/registration/registration-procedure";

const TONES = {
  DRAFT: "neutral",
  PRECHECK: "info",
  SUBMITTED: "info",
  CORRECTION: "warning",
  NOT_ACCEPTED: "danger",
  ACCEPTED: "info",
  REVIEW: "info",
  REVIEW_CORRECTION: "warning",
  SECOND_REVIEW: "info",
  DECISION: "accent",
  REGISTERED: "success",
  REFUSED: "danger",
  CHANGE_PENDING: "accent",
  RECONSIDERATION: "warning",
  CANCELLED: "neutral",
  REVOKED: "danger",
  WITHDRAWN: "neutral",
} as const satisfies Record<RegistrationState, string>;

export function RegistrationStateBadge({ state }: { state: RegistrationState }) {
  const { t } = useTranslation("recognition");
  return <StatusBadge tone={TONES[state]}>{t(`state.${state}`)}</StatusBadge>;
}
