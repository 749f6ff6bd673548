import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge, StatusBadge } from "~/components/ui/badge";
import type { Tone } from "~/components/ui/tone";
import type { SuggestionView } from "~/domain/matching/suggestion-schema";
import { useOwnerText } from "./use-owner-text";

const BAND_TONE: Record<"high" | "medium" | "low", Tone> = {
  high: "success",
  medium: "info",
  low: "neutral",
};

type SuggestionSummaryProps = { pair: SuggestionView; headingLevel: 2 | 3 };

/** A counterpart with the own listing that it was found for, and the words in which they meet. */
export function SuggestionSummary({ pair, headingLevel }: SuggestionSummaryProps) {
  const { t } = useTranslation("matching");
  const ownerText = useOwnerText();
  const Heading = `h${headingLevel}` as const;
  const { own, other, words, nearWords, band } = pair;
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <Heading className="min-w-0 text-lg font-semibold text-ink">
          <Link to={other.href} className="hover:text-brand-700">
            {other.title}
          </Link>
        </Heading>
        {band ? (
          <StatusBadge tone={BAND_TONE[band]}>{t(`band.${band}`)}</StatusBadge>
        ) : (
          <StatusBadge tone="neutral">{t("digest.newest")}</StatusBadge>
        )}
      </div>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span>{ownerText(other.owner)}</span>
        <Link to={pair.pairHref} className="link">
          {t("explain.open")}
        </Link>
      </p>
      <p className="text-sm">
        <span className="text-muted">
          {own.kind === "need" ? t("forYou.forNeed") : t("forYou.forAchievement")}
        </span>{" "}
        <Link to={own.href} className="link">
          {own.title}
        </Link>
      </p>
      {words.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5 text-sm">
          <span className="text-muted">{t("wordsMet")}</span>
          {words.map((word) => (
            <Badge key={word} tone="accent">
              {word}
            </Badge>
          ))}
        </p>
      )}
      {words.length === 0 && nearWords.length > 0 && (
        <p className="text-sm">
          {t("digest.nearWords", {
            words: nearWords.map((one) => t("digest.nearPair", one)).join(t("listSeparator")),
          })}
        </p>
      )}
    </div>
  );
}
