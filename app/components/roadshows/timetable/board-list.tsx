import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { entriesOfDay, wallClock } from "~/domain/roadshows/timetable/board-time-rules";
import type { Board } from "~/domain/roadshows/timetable/board-view";
import { EntryMarks } from "./board-card";

interface BoardListProps {
  board: Board;
  day: number;
  marks: ReadonlyMap<string, boolean>;
  entryTo: (entryId: string) => string;
}

/** The same day as a list by time, for narrow screens and screen readers. */
export function BoardList({ board, day, marks, entryTo }: BoardListProps) {
  const { t } = useTranslation("timetable");
  const placeOf = new Map(board.places.map((place) => [place.id, place]));
  const entries = [...entriesOfDay(board, day)].sort((a, b) => a.start - b.start);
  if (entries.length === 0) return <p className="text-muted">{t("board.empty")}</p>;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {entries.map((entry) => {
        const place = placeOf.get(entry.placeId);
        const isTable = place?.kind === "TABLES";
        return (
          <li key={entry.id} className="px-4 py-3">
            <p className="tabular flex flex-wrap gap-x-3 text-sm text-muted">
              <span>
                {wallClock(entry.start)}–{wallClock(entry.end)}
              </span>
              <span>
                {isTable ? t("agenda.table", { place: place.name, seat: entry.seat }) : place?.name}
              </span>
              <span>{t(`kinds.${entry.kind}`)}</span>
            </p>
            <Link
              to={entryTo(entry.id)}
              preventScrollReset
              className="link inline-block py-1 font-medium"
            >
              {entry.title}
            </Link>
            <div className="text-xs">
              <EntryMarks entry={entry} mark={marks.get(entry.id)} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
