import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { LicenceOfferState } from "~/domain/licences/licence-offer-procedure";
import type { LicencePurchaseState } from "~/domain/licences/licence-purchase-procedure";

const offerTone: Record<LicenceOfferState, Tone> = {
  DRAFT: "neutral",
  CHECK: "info",
  CORRECTION: "warning",
  OPEN: "success",
  SUSPENDED: "warning",
  CLOSED: "neutral",
};
const purchaseTone: Record<LicencePurchaseState, Tone> = {
  CONFIRMED: "warning",
  PAID: "info",
  LICENSED: "success",
  CANCELLED: "neutral",
  LAPSED: "neutral",
};

export function LicenceStateBadge({ state }: { state: LicenceOfferState }) {
  const { t } = useTranslation("licences");
  return <StatusBadge tone={offerTone[state]}>{t(`states.${state}`)}</StatusBadge>;
}

export function PurchaseStateBadge({ state }: { state: LicencePurchaseState }) {
  const { t } = useTranslation("licences");
  return <StatusBadge tone={purchaseTone[state]}>{t(`purchaseStates.${state}`)}</StatusBadge>;
}
