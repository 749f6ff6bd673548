import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import { contractProcedure } from "~/domain/contracts/contract-procedure";

type State = (typeof contractProcedure.states)[number];

const TONES: Record<State, Tone> = {
  DRAFT: "info",
  FINAL: "brand",
  SIGNING: "warning",
  PAPER_CHECK: "warning",
  SIGNED: "success",
  COMPLETED: "success",
  TERMINATED: "neutral",
  VOID: "neutral",
};

function isState(text: string): text is State {
  return contractProcedure.states.some((state) => state === text);
}

export function ContractStateBadge({ state }: { state: string }) {
  const { t } = useTranslation("contracts");
  if (!isState(state)) return null;
  return <StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>;
}
