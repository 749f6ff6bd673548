import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import type { RoomLink } from "~/domain/roadshows/day/audience-view";

/** The online rooms of an event, for somebody who is registered. */
export function RoomLinks({ rooms }: { rooms: readonly RoomLink[] }) {
  const { t } = useTranslation("stage");
  if (rooms.length === 0) return null;
  return (
    <Card title={t("rooms.title")}>
      <ul className="space-y-2">
        {rooms.map((room) => (
          <li key={room.placeId} className="[overflow-wrap:anywhere]">
            <RoomAnchor room={room} /> <span className="text-muted">{room.placeName}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-muted">{t("rooms.hint")}</p>
    </Card>
  );
}

/** The room is somebody else's site: it learns nothing of the page. */
export function RoomAnchor({ room, className }: { room: RoomLink; className?: string }) {
  const { t } = useTranslation("stage");
  return (
    <a
      className={className ?? "link"}
      href={room.url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      aria-label={`${t("rooms.enter")} ${room.placeName}`}
    >
      {t("rooms.enter")}
    </a>
  );
}
