import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import type { MatchView } from "~/domain/matching/match-view-schema";

type SharedWordsProps = {
  match: Pick<MatchView, "phrases" | "nearPhrases">;
  /** Whose words stand on the left of a near pair. */
  subjectKind: "need" | "achievement";
};

/** The phrases that stand in both texts and, apart from them, words that are only near each other. */
export function SharedWords({ match, subjectKind }: SharedWordsProps) {
  const { t } = useTranslation("matching");
  const otherKind = subjectKind === "need" ? "achievement" : "need";
  return (
    <div className="grid gap-2 text-sm">
      {match.phrases.length > 0 ? (
        <p className="flex flex-wrap items-center gap-1.5">
          <span className="text-muted">{t("wordsMet")}</span>
          {match.phrases.map((phrase) => (
            <Badge key={phrase.text} tone="accent">
              <span data-phrase="met">{phrase.text}</span>
            </Badge>
          ))}
        </p>
      ) : (
        match.nearPhrases.length > 0 && <p className="text-muted">{t("explain.metNone")}</p>
      )}
      {match.nearPhrases.length > 0 && (
        <div className="grid gap-1">
          <p className="flex flex-wrap items-center gap-1.5">
            <span className="text-muted">{t("explain.near")}</span>
            {match.nearPhrases.map((near) => (
              <Badge key={`${near.own} ${near.theirs}`} tone="neutral">
                {t("explain.nearPair", near)}
              </Badge>
            ))}
          </p>
          <p className="text-xs text-muted">
            {t("explain.nearHint", {
              own: t(`explain.sides.${subjectKind}`),
              theirs: t(`explain.sides.${otherKind}`),
            })}
          </p>
        </div>
      )}
    </div>
  );
}
