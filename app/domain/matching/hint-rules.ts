import type { MatchHintCode } from "#search/match/hints";
import { KIND, type ListingKind } from "~/domain/catalogue/listing-kind-rules";

const NEED_STEP: Record<MatchHintCode, string | null> = {
  readinessMissing: "targets",
  readinessUnverified: null,
  readinessBelow: "targets",
  amountMissing: "terms",
  priceAboveBudget: "terms",
  modeMissing: "terms",
  modeDifferent: "terms",
  fieldMissing: "basics",
  regionMissing: "basics",
  textShort: "background",
  figuresMissing: "targets",
  stale: null,
};

const ACHIEVEMENT_STEP: Record<MatchHintCode, string | null> = {
  readinessMissing: "readiness",
  readinessUnverified: "readiness",
  readinessBelow: "readiness",
  amountMissing: "cooperation",
  priceAboveBudget: "cooperation",
  modeMissing: "cooperation",
  modeDifferent: "cooperation",
  fieldMissing: "basics",
  regionMissing: "basics",
  textShort: "description",
  figuresMissing: "description",
  stale: null,
};

/** Where the owner adds what is missing: the step of the wizard, or the listing's page at the desk. */
export function hintHref(kind: ListingKind, id: string, code: MatchHintCode): string {
  const step = (kind === "need" ? NEED_STEP : ACHIEVEMENT_STEP)[code];
  const desk = `/desk/${KIND[kind].segment}/${id}`;
  return step === null ? desk : `${desk}/edit?step=${step}`;
}
