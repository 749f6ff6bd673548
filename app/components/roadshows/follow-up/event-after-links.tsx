import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";
import { roadshowHref } from "~/domain/roadshows/events/roadshow-href";
import { REPORTED_EVENT_STATES } from "~/domain/roadshows/follow-up/follow-up-schema";
import { RATED_EVENT_STATES } from "~/domain/roadshows/follow-up/rating-schema";

/** From an event's public page to what follows it: what came of it, replays, the rating. */
export function EventAfterLinks({ number, state }: { number: number; state: string }) {
  const { t } = useTranslation("leads");
  const isOver = RATED_EVENT_STATES.some((one) => one === state);
  if (!isOver) return null;
  const isReported = REPORTED_EVENT_STATES.some((one) => one === state);
  const page = roadshowHref(number);
  return (
    <>
      {isReported && (
        <LinkButton to={`${page}/report`} icon="chart">
          {t("report.publicTitle")}
        </LinkButton>
      )}
      <LinkButton to={`${page}/replays`} icon="eye">
        {t("replays.publicTitle")}
      </LinkButton>
      <LinkButton to={`${page}/rate`} icon="star">
        {t("rating.title")}
      </LinkButton>
    </>
  );
}
