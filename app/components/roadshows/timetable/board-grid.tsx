import { useTranslation } from "react-i18next";
import { cx } from "~/components/ui/class-names";
import {
  entriesOfDay,
  lanesOf,
  rangeOfDay,
  wallClock,
} from "~/domain/roadshows/timetable/board-time-rules";
import type { Board, BoardEntry } from "~/domain/roadshows/timetable/board-view";
import { BoardCard } from "./board-card";
import { useConflictText } from "./conflict-list";
import { useEntryDrag } from "./use-entry-drag";

const PIXELS_PER_MINUTE = 3.2;
const LANE_REM = 6.5;
const HALL_REM = 11;

interface BoardGridProps {
  board: Board;
  day: number;
  /** Entries that break a rule, and whether that must be solved. */
  marks: ReadonlyMap<string, boolean>;
  mayEdit: boolean;
  entryTo: (entryId: string) => string;
  onMove: (entry: BoardEntry, to: { placeId: string; start: number }) => void;
}

/** One day: halls and rooms of tables beside each other, time downwards; cards can be dragged. */
export function BoardGrid({ board, day, marks, mayEdit, entryTo, onMove }: BoardGridProps) {
  const { t } = useTranslation("timetable");
  const conflictText = useConflictText();
  const range = rangeOfDay(board, day);
  const entries = entriesOfDay(board, day);
  const scale = { from: range.from, pixelsPerMinute: PIXELS_PER_MINUTE };
  const { drag, handlers } = useEntryDrag(board, scale, onMove);
  const y = (minute: number) => (minute - range.from) * PIXELS_PER_MINUTE;
  const height = y(range.to) + 12;
  const ticks = Array.from(
    { length: (range.to - range.from) / 30 + 1 },
    (_, nth) => range.from + nth * 30,
  );
  const dragged = drag && board.entries.find(({ id }) => id === drag.entryId);
  return (
    <section
      aria-label={t("board.title")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line bg-surface"
    >
      <div className="flex w-max min-w-full">
        <div className="sticky left-0 z-20 w-14 shrink-0 border-r border-line bg-surface">
          <div className="h-11 border-b border-line" />
          <div className="relative" style={{ height }}>
            {ticks.map((minute) => (
              <span
                key={minute}
                className="tabular absolute right-1.5 -translate-y-1/2 text-xs text-muted first:translate-y-0"
                style={{ top: y(minute) }}
              >
                {wallClock(minute)}
              </span>
            ))}
          </div>
        </div>
        {board.places.map((place) => {
          const lanes = place.kind === "TABLES" ? lanesOf(entries, place.id) : 1;
          const rem = place.kind === "TABLES" ? Math.max(HALL_REM, lanes * LANE_REM) : HALL_REM;
          return (
            <div
              key={place.id}
              className="grow border-r border-line last:border-r-0"
              style={{ minWidth: `${rem}rem` }}
            >
              <div className="flex h-11 items-center border-b border-line bg-canvas px-2 text-sm font-medium">
                <span className="truncate">{place.name}</span>
              </div>
              <div data-place={place.id} className="relative bg-sunken" style={{ height }}>
                {place.open.map((open) => {
                  const top = y(Math.max(open.from, range.from));
                  const bottom = y(Math.min(open.to, range.to));
                  return bottom > top ? (
                    <div
                      key={open.from}
                      className="absolute inset-x-0 bg-surface"
                      style={{ top, height: bottom - top }}
                    />
                  ) : null;
                })}
                {ticks.map((minute) => (
                  <div
                    key={minute}
                    className="pointer-events-none absolute inset-x-0 border-t border-line/60"
                    style={{ top: y(minute) }}
                  />
                ))}
                {entries
                  .filter(({ placeId }) => placeId === place.id)
                  .map((entry) => (
                    <div
                      key={entry.id}
                      data-card-entry={entry.id}
                      className={cx("absolute p-0.5", drag?.entryId === entry.id && "opacity-40")}
                      style={{
                        top: y(entry.start),
                        height: (entry.end - entry.start) * PIXELS_PER_MINUTE,
                        left: `${((entry.seat - 1) / lanes) * 100}%`,
                        width: `${100 / lanes}%`,
                      }}
                    >
                      <BoardCard
                        entry={entry}
                        isTable={place.kind === "TABLES"}
                        mark={marks.get(entry.id)}
                        to={entryTo(entry.id)}
                        drag={mayEdit && !entry.isLocked ? handlers(entry) : null}
                      />
                    </div>
                  ))}
                {drag?.placeId === place.id && dragged && (
                  <div
                    className={cx(
                      "pointer-events-none absolute inset-x-1 z-10 rounded-md border-2 border-dashed p-1 text-xs shadow-lifted",
                      drag.conflicts.length > 0
                        ? "border-danger-600 bg-danger-50 text-danger-700"
                        : "border-brand-600 bg-brand-50 text-brand-800",
                    )}
                    style={{
                      top: y(drag.start),
                      minHeight: (dragged.end - dragged.start) * PIXELS_PER_MINUTE,
                    }}
                  >
                    <p className="tabular font-semibold">
                      {wallClock(drag.start)} {dragged.title}
                    </p>
                    {drag.conflicts.map((one) => (
                      <p key={conflictText(one)}>⚠ {conflictText(one)}</p>
                    ))}
                  </div>
                )}
              </div>
            </div>
          );
        })}
      </div>
      <p role="status" className="sr-only">
        {drag?.conflicts.map(conflictText).join("；")}
      </p>
    </section>
  );
}
