import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { ListingState } from "~/domain/catalogue/listing-procedure";

const tones: Record<ListingState, Tone> = {
  DRAFT: "neutral",
  ORG_CHECK: "info",
  MARKET_REVIEW: "info",
  CORRECTION: "warning",
  PUBLISHED: "success",
  EXPIRED: "warning",
  WITHDRAWN: "neutral",
  CLOSED: "neutral",
};

/** State of a listing in words and colour. */
export function StateBadge({ state }: { state: ListingState }) {
  const { t } = useTranslation("catalogue");
  return <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>;
}
