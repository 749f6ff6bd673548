import { useCallback, useEffect, useRef, useState } from "react";
import { useServerClock } from "~/components/bidding/use-server-clock";
import type { StageBoard, StageView } from "~/domain/roadshows/day/stage-view";
import { type LinkState, useRoadshowLink } from "./use-roadshow-link";

/** Hundreds of pages that miss the same message must not all ask at once. */
const SPREAD_MS = 1_500;
const POLL_MS = 5_000;

type LiveStage = { board: StageBoard; link: LinkState; now: () => number };

/**
 * A stage as the page shows it: what it was loaded with, and what has come since, by socket or, where none
 * gets through, by asking every few seconds.
 * @param onQuestions called when questions about the project on stage have changed
 */
export function useLiveStage(loaded: StageView, onQuestions?: () => void): LiveStage {
  const [board, setBoard] = useState(loaded.board);
  useEffect(() => setBoard(loaded.board), [loaded.board]);
  const shown = useRef(board);
  shown.current = board;
  const take = useCallback((next: StageBoard) => {
    // An older answer must not bring the past back.
    const isOld = next.placeId === shown.current.placeId && next.revision < shown.current.revision;
    if (!isOld) setBoard(next);
  }, []);
  const { placeId } = loaded.board;
  const path = `/roadshows/${loaded.roadshowNumber}/stage/${placeId}/state`;
  const timer = useRef(0);
  const seen = useRef(new Set<string>());
  const readAgain = useCallback(
    (delayMs: number, mark?: string) => {
      if (mark) seen.current.add(mark);
      // A reading that is ahead covers this one too.
      if (timer.current !== 0) return;
      timer.current = window.setTimeout(() => {
        timer.current = 0;
        // The answer is not older than what these marks tell of.
        const marks = [...seen.current].sort().join(".");
        seen.current.clear();
        fetch(marks ? `${path}?seen=${marks}` : path, { cache: "no-store" })
          .then(async (answer) => {
            if (answer.ok) take(((await answer.json()) as StageView).board);
          })
          .catch(() => {
            // The line is down; polling tries again.
          });
      }, delayMs);
    },
    [path, take],
  );
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
      timer.current = 0;
    },
    [],
  );
  const link = useRoadshowLink(loaded.roadshowId, [placeId], {
    onStage: (next) => {
      if (next.placeId === placeId) take(next);
    },
    onHint: ({ topic, projectId, mark }) => {
      const { entry, next } = shown.current;
      const isShown = !projectId || projectId === (entry ?? next)?.projectId;
      if (topic === "plan" || (topic === "questions" && isShown)) {
        readAgain(Math.random() * SPREAD_MS, mark);
      }
      if (topic === "questions" && isShown) onQuestions?.();
    },
    onStanding: (revision) => {
      if (revision > shown.current.revision) {
        readAgain(Math.random() * SPREAD_MS, `r${revision}`);
      }
    },
  });
  useEffect(() => {
    if (link.state === "LIVE") return;
    const id = window.setInterval(() => readAgain(0), POLL_MS + Math.random() * SPREAD_MS);
    return () => window.clearInterval(id);
  }, [link.state, readAgain]);
  const { now } = useServerClock(loaded.now, link.askTime);
  return { board, link: link.state, now };
}

/** The server's time, again every quarter of a second while something is counted. */
export function useTick(now: () => number, loadedAt: number, isTicking: boolean): number {
  const [time, setTime] = useState(loadedAt);
  useEffect(() => {
    setTime(now());
    if (!isTicking) return;
    const id = window.setInterval(() => setTime(now()), 250);
    return () => window.clearInterval(id);
  }, [now, isTicking]);
  return time;
}
