import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { JudgementView, MatchView } from "~/domain/matching/match-view-schema";

const BAND_TONE: Record<MatchView["band"], Tone> = {
  high: "success",
  medium: "info",
  low: "neutral",
};
const LEVELS = ["L1", "L2", "L3", "L4"] as const;

/** How close the texts are, in words only: never a figure that would promise more than was measured. */
export function BandBadge({ band }: Pick<MatchView, "band">) {
  const { t } = useTranslation("matching");
  return <StatusBadge tone={BAND_TONE[band]}>{t(`band.${band}`)}</StatusBadge>;
}

type RelevanceNoteProps = {
  /** Left out where the band is shown already. */
  band?: MatchView["band"];
  /** What persons have said of the pair, if anybody has. */
  judgement?: JudgementView | null;
};

/** The band, and whose word it is: an algorithm's estimate, or a person's judgement. */
export function RelevanceNote({ band, judgement }: RelevanceNoteProps) {
  const { t } = useTranslation("matching");
  const level = judgement && LEVELS[judgement.level - 1];
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
      {band && <BandBadge band={band} />}
      <span>
        {judgement && level
          ? t("explain.judged", { count: judgement.count, level: t(`explain.levels.${level}`) })
          : t("explain.estimate")}
      </span>
      <span className="text-muted">{t("bandHint")}</span>
    </p>
  );
}
