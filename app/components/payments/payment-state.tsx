import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { PaymentState } from "~/domain/payments/payment-procedure";

const TONES: Record<PaymentState, Tone> = {
  DUE: "warning",
  STARTED: "warning",
  PROOF_GIVEN: "info",
  RECEIVED: "info",
  PAID: "success",
  RETURN_DUE: "info",
  RETURNED: "neutral",
  APPLIED: "success",
  FORFEITED: "danger",
  CANCELLED: "neutral",
  LAPSED: "neutral",
};

export function PaymentStateBadge({ state }: { state: PaymentState }) {
  const { t } = useTranslation("payments");
  return <StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>;
}
