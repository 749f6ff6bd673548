import { useTranslation } from "react-i18next";
import { Stat, StatGrid } from "~/components/ui/stat";
import type { QualityFigures, Share } from "~/domain/matching/quality-view";
import { useShareText } from "./use-share-text";

const KEYS = ["interestedInFive", "strongInFive", "answered", "repliedInTime"] as const;

/** The figures of all covered weeks, each with what it rests on. */
export function QualityOverall({ figures, weeks }: { figures: QualityFigures; weeks: number }) {
  const { t } = useTranslation("quality");
  const text = useShareText();
  const value = ({ rate }: Share) =>
    rate === null ? <span className="text-lg text-muted">{t("few")}</span> : text.percent(rate);
  return (
    <section aria-labelledby="quality-overall">
      <h2 id="quality-overall" className="mb-3 text-xl">
        {t("overall.title", { weeks })}
      </h2>
      <StatGrid>
        {KEYS.map((key) => (
          <Stat
            key={key}
            label={t(`overall.${key}`)}
            value={value(figures[key])}
            note={t(`overall.${key}Note`, { count: figures[key].count, of: figures[key].of })}
          />
        ))}
      </StatGrid>
    </section>
  );
}
