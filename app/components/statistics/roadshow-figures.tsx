import { useTranslation } from "react-i18next";
import { Stat, StatGrid } from "~/components/ui/stat";
import { formatFen } from "~/domain/shared/money";

type Figures = { events: number; pitches: number; registrations: number; totalFen: bigint | null };

/** Roadshows that were held, and the registered contracts that came from their leads. */
export function RoadshowFigures({ figures }: { figures: Figures }) {
  const { t, i18n } = useTranslation("leads");
  const number = new Intl.NumberFormat(i18n.language);
  const { events, pitches, registrations, totalFen } = figures;
  return (
    <section id="roadshows" aria-labelledby="roadshows-title" className="space-y-4">
      <div>
        <h2 id="roadshows-title" className="text-xl">
          {t("statistics.title")}
        </h2>
        <p className="text-sm text-muted">{t("statistics.lead")}</p>
      </div>
      <StatGrid>
        <Stat label={t("statistics.events")} value={number.format(events)} />
        <Stat label={t("statistics.pitches")} value={number.format(pitches)} />
        <Stat label={t("statistics.registrations")} value={number.format(registrations)} />
        <Stat
          label={t("statistics.amount")}
          value={totalFen === null ? t("report.heldBack") : formatFen(totalFen, i18n.language)}
        />
      </StatGrid>
    </section>
  );
}
