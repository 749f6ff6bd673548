import { useTranslation } from "react-i18next";
import { Timeline } from "~/components/ui/timeline";
import type { Tone } from "~/components/ui/tone";
import {
  type OrganisationMove,
  organisationProcedure,
} from "~/domain/identity/organisation-procedure";

type Entry = { id: string; move: string; at: Date; actorName: string | null; note: string };

const tones: Partial<Record<OrganisationMove, Tone>> = {
  verify: "success",
  confirmRecheck: "success",
  restore: "success",
  returnForCorrection: "warning",
  recheckDue: "warning",
  suspend: "danger",
  lapse: "danger",
};

function isMove(move: string): move is OrganisationMove {
  return Object.hasOwn(organisationProcedure.moves, move);
}

/** What happened in the verification, newest first. */
export function VerificationHistory({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation("identity");
  if (entries.length === 0) return <p className="text-muted">{t("organisation.noHistory")}</p>;
  return (
    <Timeline
      label={t("organisation.history")}
      items={entries.map((entry) => ({
        id: entry.id,
        title: isMove(entry.move) ? t(`moves.${entry.move}`) : entry.move,
        at: entry.at,
        actor: entry.actorName,
        note: entry.note || undefined,
        tone: isMove(entry.move) ? tones[entry.move] : undefined,
      }))}
    />
  );
}
