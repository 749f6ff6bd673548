import { useTranslation } from "react-i18next";
import { BarRow } from "~/components/ui/bar-row";
import type { MatchView } from "~/domain/matching/match-view-schema";

const PARTS = ["words", "meaning", "fit"] as const;

/** A figure with its sign and the true minus. */
function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  if (Number(text) === 0) return "0.00";
  return `${value < 0 ? "−" : "+"}${text}`;
}

/** What each part adds to the score, with one sentence each; the parts add up to the last line. */
export function ScoreBars({ contributions }: Pick<MatchView, "contributions">) {
  const { t } = useTranslation("matching");
  const total = PARTS.reduce((sum, part) => sum + contributions[part], 0);
  const max = Math.max(...PARTS.map((part) => Math.abs(contributions[part])), Math.abs(total));
  return (
    <ul className="max-w-xl" aria-label={t("explain.score")}>
      {PARTS.map((part) => {
        const value = contributions[part];
        const isUnused = part === "meaning" && value === 0;
        return (
          <BarRow
            key={part}
            label={t(`explain.parts.${part}`)}
            value={value}
            max={max}
            tone={value < 0 ? "warning" : "brand"}
            valueText={signed(value)}
            note={isUnused ? t("explain.partNotes.meaningNone") : t(`explain.partNotes.${part}`)}
          />
        );
      })}
      <BarRow
        label={<strong className="font-semibold text-ink">{t("explain.total")}</strong>}
        value={total}
        max={max}
        tone="accent"
        valueText={signed(total)}
        note={t("explain.totalNote")}
      />
    </ul>
  );
}
