import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import {
  type OrganisationState,
  organisationProcedure,
} from "~/domain/identity/organisation-procedure";

const tones: Record<OrganisationState, Tone> = {
  UNVERIFIED: "neutral",
  SUBMITTED: "info",
  RETURNED: "warning",
  VERIFIED: "success",
  RECHECK: "warning",
  SUSPENDED: "danger",
};

/** The state of a verification as the procedure knows it. */
export function isOrganisationState(state: string): state is OrganisationState {
  return organisationProcedure.states.some((one) => one === state);
}

export function OrganisationStateBadge({ state }: { state: string }) {
  const { t } = useTranslation("identity");
  if (!isOrganisationState(state)) return null;
  return <StatusBadge tone={tones[state]}>{t(`states.${state}`)}</StatusBadge>;
}
