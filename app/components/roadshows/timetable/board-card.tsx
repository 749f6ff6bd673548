import { Link } from "@remix-run/react";
import type { PointerEventHandler } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "~/components/ui/class-names";
import { Icon } from "~/components/ui/icon";
import { wallClock } from "~/domain/roadshows/timetable/board-time-rules";
import type { BoardEntry } from "~/domain/roadshows/timetable/board-view";

const LOOK: Record<BoardEntry["kind"], string> = {
  PITCH: "border-brand-300 bg-brand-50 text-brand-800",
  MEETING: "border-accent-200 bg-accent-50 text-ink",
  ITEM: "border-line-strong bg-canvas text-ink",
};

interface BoardCardProps {
  entry: BoardEntry;
  isTable: boolean;
  /** Whether its conflict must be solved; undefined without one. */
  mark: boolean | undefined;
  to: string;
  drag: Record<
    "onPointerDown" | "onPointerMove" | "onPointerUp" | "onPointerCancel",
    PointerEventHandler<HTMLElement>
  > | null;
}

/** An entry in the grid: its title opens the form, its grip is dragged. */
export function BoardCard({ entry, isTable, mark, to, drag }: BoardCardProps) {
  const { t } = useTranslation("timetable");
  return (
    <div
      className={cx(
        "flex h-full items-start gap-1 overflow-hidden rounded-md border p-1 text-xs leading-snug",
        LOOK[entry.kind],
        mark !== undefined && "border-2 !border-danger-600",
      )}
    >
      {drag && (
        <span
          {...drag}
          title={t("board.drag", { title: entry.title })}
          aria-hidden="true"
          className="flex min-h-6 min-w-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-sm hover:bg-surface active:cursor-grabbing"
        >
          <Icon name="menu" size={14} />
        </span>
      )}
      <Link to={to} preventScrollReset draggable={false} className="min-w-0 flex-1 hover:underline">
        <span className="line-clamp-3">
          <span className="tabular">
            {wallClock(entry.start)}
            {isTable && ` · ${t("board.seat", { seat: entry.seat })}`}
          </span>{" "}
          <span className="font-medium">{entry.title}</span>
        </span>
        <EntryMarks entry={entry} mark={mark} />
      </Link>
    </div>
  );
}

/** Words and signs of what is special about an entry. */
export function EntryMarks({ entry, mark }: { entry: BoardEntry; mark: boolean | undefined }) {
  const { t } = useTranslation("timetable");
  return (
    <span className="flex flex-wrap gap-x-2">
      {mark !== undefined && (
        <span className="inline-flex items-center gap-0.5 text-danger-700">
          <Icon name="warning" size={14} />
          {t("board.conflict")}
        </span>
      )}
      {entry.isOff && <span className="font-medium text-danger-700">{t("board.off")}</span>}
      {entry.isLocked && (
        <span className="inline-flex items-center gap-0.5">
          <Icon name="lock" size={14} />
          {t("board.locked")}
        </span>
      )}
      {entry.isConfidential && (
        <span className="inline-flex items-center gap-0.5">
          <Icon name="shield" size={14} />
          {t("board.confidential")}
        </span>
      )}
    </span>
  );
}
