import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { TenderBidState } from "~/domain/tenders/tender-bid-procedure";
import type { TenderState } from "~/domain/tenders/tender-procedure";

const TONES: Record<TenderState, Tone> = {
  DRAFT: "neutral",
  CHECK: "info",
  CORRECTION: "warning",
  ISSUED: "brand",
  OPENING: "warning",
  EVALUATION: "info",
  CANDIDATES: "accent",
  STANDSTILL: "info",
  AWARDED: "success",
  CONTRACTED: "success",
  CLOSED: "success",
  FAILED: "neutral",
  CANCELLED: "neutral",
  SUSPENDED: "warning",
};

export function TenderStateBadge({ state }: { state: TenderState }) {
  const { t } = useTranslation("tenders");
  return <StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>;
}

const BID_TONES: Record<TenderBidState, Tone> = {
  SUBMITTED: "brand",
  UNCONFIRMED: "warning",
  WITHDRAWN: "neutral",
  OPENED: "info",
  INVALID: "danger",
  REJECTED: "danger",
  EVALUATED: "info",
  AWARDED: "success",
  NOT_AWARDED: "neutral",
};

export function TenderBidStateBadge({ state }: { state: TenderBidState }) {
  const { t } = useTranslation("tenders");
  return <StatusBadge tone={BID_TONES[state]}>{t(`bidStates.${state}`)}</StatusBadge>;
}
