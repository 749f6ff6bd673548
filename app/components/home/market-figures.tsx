import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "~/components/ui/date-time";
import { Stat, StatGrid } from "~/components/ui/stat";

interface MarketFiguresProps {
  figures: {
    asOf: Date;
    achievements: number;
    needs: number;
    newAchievements: number;
    newNeeds: number;
    organisations: number;
    introductions: number;
    introductionsAccepted: number;
  };
  /** As of when, and the way to the definitions. */
  hasNote?: boolean;
}

/** Four live figures, each with its change and its list. */
export function MarketFigures({ figures, hasNote = true }: MarketFiguresProps) {
  const { t, i18n } = useTranslation("home");
  const number = new Intl.NumberFormat(i18n.language);
  const show = (value: number) => <span className="tabular">{number.format(value)}</span>;
  return (
    <section aria-label={t("figures.label")}>
      <StatGrid>
        <Stat
          label={t("figures.achievements")}
          value={show(figures.achievements)}
          unit={t("figures.unitItems")}
          note={t("figures.newIn30", { count: figures.newAchievements })}
          to="/achievements"
        />
        <Stat
          label={t("figures.needs")}
          value={show(figures.needs)}
          unit={t("figures.unitItems")}
          note={t("figures.newIn30", { count: figures.newNeeds })}
          to="/needs"
        />
        <Stat
          label={t("figures.organisations")}
          value={show(figures.organisations)}
          unit={t("figures.unitPlaces")}
          to="/organisations"
        />
        <Stat
          label={t("figures.introductions")}
          value={show(figures.introductions)}
          unit={t("figures.unitTimes")}
          note={t("figures.accepted", { count: figures.introductionsAccepted })}
          to="/statistics#introductions"
        />
      </StatGrid>
      {hasNote && (
        <p className="mt-2 text-sm text-muted">
          {t("figures.asOf", { at: formatDateTime(figures.asOf, "datetime") })}{" "}
          <Link to="/statistics" className="link">
            {t("figures.definitions")}
          </Link>
        </p>
      )}
    </section>
  );
}
