import { useTranslation } from "react-i18next";
import { Stat, StatGrid } from "~/components/ui/stat";
import type { ParticipantFigures as Figures } from "~/domain/roadshows/people/participant-list-view";

/** How many are there, and how many have somebody to meet. */
export function ParticipantFigures({ figures }: { figures: Figures }) {
  const { t } = useTranslation("meetings");
  const { maxAudience, audience } = figures;
  return (
    <StatGrid>
      <Stat
        label={t("list.registered")}
        value={figures.registered}
        to="?state=REGISTERED"
        note={
          maxAudience === null
            ? undefined
            : `${t("list.places")} ${t("list.placesValue", { taken: audience, max: maxAudience })}`
        }
      />
      <Stat label={t("list.waiting")} value={figures.waiting} to="?state=WAITING" />
      <Stat
        label={t("list.withMeetings")}
        value={figures.withMeetings}
        to="?state=REGISTERED&meetings=with"
      />
      <Stat
        label={t("list.withoutMeetings")}
        value={figures.withoutMeetings}
        to="?state=REGISTERED&meetings=without"
        note={`${t("list.checkedIn")} ${figures.checkedIn}`}
      />
    </StatGrid>
  );
}
