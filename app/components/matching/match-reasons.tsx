import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { BarRow } from "~/components/ui/bar-row";
import { Highlight } from "~/components/ui/highlight";
import type { IconName } from "~/components/ui/icon";
import type { Tone } from "~/components/ui/tone";
import type { FitView, MatchView } from "~/domain/matching/match-view-schema";
import { useFitNote } from "./use-fit-note";

/** Relevance at which its bar is full: twice what the ranker calls high. */
const FULL_RELEVANCE = 0.32;

const VERDICT: Record<FitView["verdict"], { tone: Tone; icon?: IconName }> = {
  agrees: { tone: "success", icon: "check" },
  partly: { tone: "warning" },
  disagrees: { tone: "danger", icon: "close" },
  unknown: { tone: "neutral" },
};

type ReasonsProps = {
  match: Pick<
    MatchView,
    | "phrases"
    | "band"
    | "relevance"
    | "fit"
    | "fitParts"
    | "excerpt"
    | "ownTitleSegments"
    | "ownExcerpt"
  >;
};

/**
 * Why a pair is shown: the words that stand in both texts, where they stand on either side, and how
 * the terms fit. Text and terms are never added up into one figure.
 */
export function MatchReasons({ match }: ReasonsProps) {
  const { t } = useTranslation("matching");
  const noteOf = useFitNote();
  const percent = (share: number) => t("percent", { percent: Math.round(share * 100) });
  return (
    <div className="grid gap-4">
      <ul className="max-w-xl">
        <BarRow
          label={t("relevance")}
          value={Math.min(match.relevance, FULL_RELEVANCE)}
          max={FULL_RELEVANCE}
          valueText={t(`band.${match.band}`)}
          note={t("bandHint")}
        />
        <BarRow label={t("fit")} value={match.fit} max={1} valueText={percent(match.fit)} />
      </ul>
      <div className="grid gap-2 text-sm">
        {match.phrases.length > 0 && (
          <p className="flex flex-wrap items-center gap-1.5">
            <span className="text-muted">{t("wordsMet")}</span>
            {match.phrases.map((phrase) => (
              <Badge key={phrase.text} tone="accent">
                {phrase.text}
              </Badge>
            ))}
          </p>
        )}
        {match.excerpt.length > 0 && (
          <p>
            <span className="text-muted">{t("wordsTheirs")} </span>
            <Highlight segments={match.excerpt} />
          </p>
        )}
        <p>
          <span className="text-muted">{t("wordsYours")} </span>
          <Highlight
            segments={match.ownExcerpt.length > 0 ? match.ownExcerpt : match.ownTitleSegments}
          />
        </p>
      </div>
      <dl className="grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-2">
        {match.fitParts.map((part) => (
          <div key={part.aspect} className="flex flex-wrap items-baseline gap-x-2">
            <dt className="min-w-16 text-muted">{t(`aspects.${part.aspect}`)}</dt>
            <dd className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
              <Badge tone={VERDICT[part.verdict].tone} icon={VERDICT[part.verdict].icon}>
                {t(`verdicts.${part.verdict}`)}
              </Badge>
              <span>{noteOf(part)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
