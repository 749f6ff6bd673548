import { useSearchParams, useSubmit } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Tabs } from "~/components/ui/tabs";
import { dateOfDay, dayOf, daysOf, wallClock } from "~/domain/roadshows/timetable/board-time-rules";
import type { Board, BoardEntry } from "~/domain/roadshows/timetable/board-view";
import type { VersionView } from "~/domain/roadshows/timetable/timetable-view";
import { BoardGrid } from "./board-grid";
import { BoardList } from "./board-list";
import { EntryPanel } from "./entry-panel";
import { UnplacedPanel } from "./unplaced-panel";
import type { Refusal } from "./use-refusal";

interface VersionBoardProps {
  version: VersionView;
  board: Board;
  mayPlan: boolean;
  refusal: Refusal;
}

/** A version by day: grid on wide screens, list on narrow ones, and the forms that change a draft. */
export function VersionBoard({ version, board, mayPlan, refusal }: VersionBoardProps) {
  const { t } = useTranslation("timetable");
  const [search] = useSearchParams();
  const submit = useSubmit();
  const days = daysOf(board);
  const entry = board.entries.find(({ id }) => id === search.get("entry"));
  const wanted = days.find((day) => dateOfDay(board.firstDay, day) === search.get("day"));
  const day = wanted ?? (entry ? dayOf(entry.start) : (days[0] ?? 0));
  const mayEdit = mayPlan && version.state === "DRAFT";
  const marks = new Map<string, boolean>();
  for (const { entryIds, isHard } of version.conflicts) {
    for (const id of entryIds) marks.set(id, isHard || marks.get(id) === true);
  }
  const to = (changes: Record<string, string | null>) => {
    const params = new URLSearchParams(search);
    params.set("version", String(version.version));
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) params.delete(name);
      else params.set(name, value);
    }
    return `?${params}`;
  };
  const date = dateOfDay(board.firstDay, day);
  const entryTo = (id: string) => `${to({ entry: id, day: date })}#entry`;
  const move = (moved: BoardEntry, { placeId, start }: { placeId: string; start: number }) => {
    submit(
      {
        intent: "move",
        planId: version.id,
        revision: version.revision,
        entryId: moved.id,
        placeId,
        date: dateOfDay(board.firstDay, dayOf(start)),
        time: wallClock(start),
      },
      { method: "post", preventScrollReset: true },
    );
  };
  return (
    <section className="space-y-4">
      <h2 className="text-xl">{t("board.title")}</h2>
      <p className="text-sm text-muted">
        {t(mayEdit ? "board.hint" : "board.readOnly")} {t("agenda.zone")}
      </p>
      {days.length > 1 && (
        <Tabs
          label={t("board.day")}
          items={days.map((one) => {
            const label = dateOfDay(board.firstDay, one);
            return { to: to({ day: label, entry: null }), label, current: one === day };
          })}
        />
      )}
      {entry && (
        <EntryPanel
          key={`${entry.id}-${version.revision}`}
          board={board}
          entry={entry}
          plan={version}
          conflicts={version.conflicts}
          mayEdit={mayEdit}
          refusal={refusal}
          closeTo={to({ entry: null })}
        />
      )}
      <div className="hidden lg:block">
        <BoardGrid
          board={board}
          day={day}
          marks={marks}
          mayEdit={mayEdit}
          entryTo={entryTo}
          onMove={move}
        />
      </div>
      <div className="lg:hidden">
        <BoardList board={board} day={day} marks={marks} entryTo={entryTo} />
      </div>
      <UnplacedPanel
        board={board}
        unplaced={version.unplaced}
        plan={version}
        day={day}
        mayEdit={mayEdit}
        refusal={refusal}
      />
    </section>
  );
}
