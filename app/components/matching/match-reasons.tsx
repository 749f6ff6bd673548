import { useTranslation } from "react-i18next";
import { Highlight } from "~/components/ui/highlight";
import type { JudgementView, MatchView } from "~/domain/matching/match-view-schema";
import { FitList } from "./fit-list";
import { HintList } from "./hint-list";
import { RelevanceNote } from "./relevance-note";
import { ScoreBars } from "./score-bars";
import { SharedWords } from "./shared-words";

export type Explained = Pick<
  MatchView,
  "phrases" | "nearPhrases" | "contributions" | "rankerVersion" | "fit" | "fitParts" | "hints"
>;

type ReasonsProps = {
  match: Explained &
    Pick<MatchView, "titleSegments" | "excerpt" | "ownTitleSegments" | "ownExcerpt">;
  subjectKind: "need" | "achievement";
  judgement?: JudgementView | null;
};

/** Why a pair is shown, with the places in both texts; what can be seen at once is on the pair's own page. */
export function MatchReasons({ match, subjectKind, judgement }: ReasonsProps) {
  const { t } = useTranslation("matching");
  const places = [
    { label: t("wordsTheirs"), title: match.titleSegments, text: match.excerpt },
    { label: t("wordsYours"), title: match.ownTitleSegments, text: match.ownExcerpt },
  ];
  return (
    <div className="grid gap-4">
      <RelevanceNote judgement={judgement} />
      <SharedWords match={match} subjectKind={subjectKind} />
      <dl className="grid gap-2 text-sm">
        {places.map(({ label, title, text }) => (
          <div key={label} className="grid gap-x-2 sm:grid-cols-[4rem_minmax(0,1fr)]">
            <dt className="text-muted">{label}</dt>
            <dd className="grid min-w-0 gap-0.5 wrap-anywhere">
              <span className="font-medium text-ink">
                <Highlight segments={title} />
              </span>
              {text.length > 0 && (
                <span>
                  <Highlight segments={text} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Explanation match={match} headingLevel={4} />
    </div>
  );
}

/** Bars, terms, hints and who says so: the part that cards and the page of a pair have in common. */
export function Explanation({
  match,
  headingLevel,
}: {
  match: Explained;
  headingLevel: 2 | 3 | 4;
}) {
  const { t } = useTranslation("matching");
  const Heading = `h${headingLevel}` as const;
  const title = headingLevel === 4 ? "text-sm font-semibold" : "text-lg";
  return (
    <>
      <section className="grid gap-1">
        <Heading className={title}>{t("explain.score")}</Heading>
        <ScoreBars contributions={match.contributions} />
      </section>
      <section className="grid gap-2">
        <div>
          <Heading className={title}>{t("explain.fitTitle")}</Heading>
          <p className="text-sm text-muted">
            {t("explain.fitLead", { percent: Math.round(match.fit * 100) })}
          </p>
        </div>
        <FitList parts={match.fitParts} />
      </section>
      {match.hints.length > 0 && (
        <section className="grid gap-2">
          <Heading className={title}>{t("explain.hintsTitle")}</Heading>
          <HintList hints={match.hints} />
        </section>
      )}
      <p className="text-xs text-muted">{t("explain.ranker", { version: match.rankerVersion })}</p>
    </>
  );
}
