import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import type { LivePage } from "~/domain/roadshows/day/audience-view";
import type { StageBoard } from "~/domain/roadshows/day/stage-view";
import { useEntryText } from "./entry-text";
import { RoomAnchor } from "./room-links";
import { StageTimer } from "./stage-timer";
import { useTick } from "./use-live-stage";

type Props = { board: StageBoard; page: LivePage; now: () => number };

/** What is on in one hall now, with its timer. */
export function HallNow({ board, page, now }: Props) {
  const { t } = useTranslation("stage");
  const text = useEntryText();
  const time = useTick(now, page.now, board.phase === "TALK" || board.phase === "QA");
  const shown = board.entry ?? board.next;
  const room = page.rooms.find((one) => one.placeId === board.placeId);
  const isHere = page.placeId === board.placeId;
  return (
    <li className="min-w-0 rounded-lg border border-line bg-surface px-4 py-4 shadow-raised">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium text-ink">{board.placeName}</span>
        {board.isClosed && <Badge tone="danger">{t("halls.closed")}</Badge>}
        {board.delayMinutes > 0 && (
          <Badge tone="warning" icon="clock">
            {t("late", { minutes: board.delayMinutes })}
          </Badge>
        )}
      </p>
      <p className="mt-2 text-sm text-muted">
        {board.entry ? t("audience.onStage") : t("audience.comingUp")}
        {shown && <span className="tabular"> {text.slot(shown)}</span>}
      </p>
      <p className="text-lg [overflow-wrap:anywhere]">{shown ? text.name(shown) : t("nothing")}</p>
      {board.entry && <StageTimer board={board} now={time} />}
      <p className="mt-3 flex flex-wrap gap-4 text-sm">
        {isHere ? (
          <Badge tone="brand">{t("audience.here")}</Badge>
        ) : (
          <Link
            to={`?hall=${board.placeId}`}
            preventScrollReset
            aria-label={`${t("audience.look")} ${board.placeName}`}
          >
            {t("audience.look")}
          </Link>
        )}
        {room && <RoomAnchor room={room} />}
        <Link
          to={`/roadshows/${page.number}/stage/${board.placeId}`}
          aria-label={`${t("audience.screen")} ${board.placeName}`}
        >
          {t("audience.screen")}
        </Link>
      </p>
    </li>
  );
}
