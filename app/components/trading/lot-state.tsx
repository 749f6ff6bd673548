import { useTranslation } from "react-i18next";
import { Badge, StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { LotApplicationState } from "~/domain/trading/lot-application-procedure";
import type { LotState } from "~/domain/trading/lot-procedure";

const TONES: Record<LotState, Tone> = {
  DRAFT: "neutral",
  CHECK: "info",
  CORRECTION: "warning",
  ANNOUNCED: "brand",
  BIDDING: "accent",
  NEGOTIATION: "info",
  PENDING_CONFIRM: "warning",
  SOLD: "success",
  CONTRACTED: "success",
  CLOSED: "success",
  FAILED: "neutral",
  WITHDRAWN: "neutral",
  SUSPENDED: "warning",
  DEFAULTED: "danger",
  VOID: "neutral",
};

export function LotStateBadge({ state }: { state: LotState }) {
  const { t } = useTranslation("trading");
  return <StatusBadge tone={TONES[state]}>{t(`state.${state}`)}</StatusBadge>;
}

const APPLICATION_TONES: Record<LotApplicationState, Tone> = {
  SUBMITTED: "info",
  QUALIFIED: "warning",
  ADMITTED: "success",
  REFUSED: "danger",
  WITHDRAWN: "neutral",
  EXCLUDED: "danger",
};

export function ApplicationStateBadge({ state }: { state: LotApplicationState }) {
  const { t } = useTranslation("trading");
  return (
    <StatusBadge tone={APPLICATION_TONES[state]}>{t(`application.state.${state}`)}</StatusBadge>
  );
}

/** 网络竞价, 拍卖 only where a licensed house runs it, and whether it is a training run. */
export function LotKindBadges({
  isTraining,
  isAuction,
}: {
  isTraining: boolean;
  isAuction: boolean;
}) {
  const { t } = useTranslation("trading");
  return (
    <>
      <Badge tone="neutral">{t(isAuction ? "auction" : "bidding")}</Badge>
      {isTraining && <Badge tone="warning">{t("training")}</Badge>}
    </>
  );
}
