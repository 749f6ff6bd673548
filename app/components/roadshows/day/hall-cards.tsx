import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import type { StageHallsPage } from "~/domain/roadshows/day/stage-view";
import { useEntryText } from "./entry-text";

/** Every hall with what is on now, and the way to its controls and its screen. */
export function HallCards({ page }: { page: StageHallsPage }) {
  const { t } = useTranslation("stage");
  const text = useEntryText();
  if (page.boards.length === 0) return <EmptyState title={t("nothing")} headingLevel={3} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2">
      {page.boards.map((board) => (
        <Card
          key={board.placeId}
          headingLevel={3}
          title={board.placeName}
          actions={
            <>
              <LinkButton
                to={`/desk/roadshows/${page.roadshowId}/stage/${board.placeId}`}
                size="sm"
                variant="primary"
                aria-label={`${t("control.open")} ${board.placeName}`}
              >
                {t("control.open")}
              </LinkButton>
              <LinkButton
                to={`/roadshows/${page.roadshowNumber}/stage/${board.placeId}`}
                size="sm"
                target="_blank"
                aria-label={`${t("control.screen")} ${board.placeName}`}
              >
                {t("control.screen")}
              </LinkButton>
            </>
          }
        >
          <p className="flex flex-wrap gap-2">
            <Badge tone={board.phase === "TALK" || board.phase === "QA" ? "brand" : "neutral"}>
              {t(`phase.${board.phase}`)}
            </Badge>
            {board.isClosed && <Badge tone="danger">{t("halls.closed")}</Badge>}
            {board.delayMinutes > 0 && (
              <Badge tone="warning">{t("late", { minutes: board.delayMinutes })}</Badge>
            )}
          </p>
          <p className="mt-2 [overflow-wrap:anywhere]">
            {board.entry ? text.name(board.entry) : t("nothing")}
          </p>
          {board.next && (
            <p className="text-sm text-muted [overflow-wrap:anywhere]">
              {t("next")} <span className="tabular">{text.slot(board.next)}</span>{" "}
              {text.name(board.next)}
            </p>
          )}
        </Card>
      ))}
    </div>
  );
}
