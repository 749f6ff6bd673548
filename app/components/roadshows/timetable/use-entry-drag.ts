import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { Board, BoardEntry } from "~/domain/roadshows/timetable/board-view";
import { type Conflict, conflictsAt } from "~/domain/roadshows/timetable/conflict-rules";

/** Minutes to which a dropped card snaps. */
const STEP = 5;
/** Pixels before a press becomes a drag: a press alone opens the card. */
const SLACK = 6;

export interface Drag {
  entryId: string;
  placeId: string;
  start: number;
  conflicts: Conflict[];
}

interface Held {
  entry: BoardEntry;
  x: number;
  y: number;
  /** From the card's top to the pointer. */
  offset: number;
  isMoving: boolean;
}

/**
 * Drags cards of the grid by pointer, with the conflicts that each place and time would bring. Columns
 * carry `data-place`. Escape lets go.
 */
export function useEntryDrag(
  board: Board,
  { from, pixelsPerMinute }: { from: number; pixelsPerMinute: number },
  onDrop: (entry: BoardEntry, to: { placeId: string; start: number }) => void,
) {
  const held = useRef<Held | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const isDragging = drag !== null;

  useEffect(() => {
    if (!isDragging) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      held.current = null;
      setDrag(null);
    };
    window.addEventListener("keydown", cancel);
    return () => window.removeEventListener("keydown", cancel);
  }, [isDragging]);

  function targetOf({ clientX, clientY }: PointerEvent, { offset }: Held) {
    const column = document
      .elementsFromPoint(clientX, clientY)
      .map((element) => element.closest<HTMLElement>("[data-place]"))
      .find((element) => element !== null);
    const placeId = column?.dataset.place;
    if (!column || !placeId) return null;
    const top = clientY - offset - column.getBoundingClientRect().top;
    const minute = from + top / pixelsPerMinute;
    return { placeId, start: Math.max(0, Math.round(minute / STEP) * STEP) };
  }

  const handlers = (entry: BoardEntry) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      const card = event.currentTarget.closest("[data-card-entry]") ?? event.currentTarget;
      const offset = event.clientY - card.getBoundingClientRect().top;
      const { clientX: x, clientY: y } = event;
      held.current = { entry, x, y, offset, isMoving: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const now = held.current;
      if (!now) return;
      const far = Math.hypot(event.clientX - now.x, event.clientY - now.y);
      if (!now.isMoving && far < SLACK) return;
      now.isMoving = true;
      const to = targetOf(event, now);
      if (!to) return;
      setDrag((last) =>
        last?.placeId === to.placeId && last.start === to.start
          ? last
          : { entryId: entry.id, ...to, conflicts: conflictsAt(board, entry.id, to) },
      );
    },
    onPointerUp() {
      const now = held.current;
      held.current = null;
      setDrag(null);
      if (!now?.isMoving || !drag) return;
      const { placeId, start } = drag;
      if (placeId !== entry.placeId || start !== entry.start) onDrop(entry, { placeId, start });
    },
    onPointerCancel() {
      held.current = null;
      setDrag(null);
    },
  });
  return { drag, handlers };
}
