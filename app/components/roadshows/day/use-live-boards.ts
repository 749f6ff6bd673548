import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useServerClock } from "~/components/bidding/use-server-clock";
import type { LivePage } from "~/domain/roadshows/day/audience-view";
import { SHARED_MS } from "~/domain/roadshows/day/roadshow-hint-schema";
import type { StageBoard } from "~/domain/roadshows/day/stage-view";
import { useRoadshowLink } from "./use-roadshow-link";

const POLL_MS = 8_000;
const SPREAD_MS = 2_000;
/** Votes can wait: thousands of pages spread their readings. */
const FREQUENT_SPREAD_MS = 10_000;
/** Before each reading there is this much: no reading of before the hint is given out any more. */
const LEAST_MS = SHARED_MS + 100;
/** Halls that one page may follow on its socket; further ones come with the next reading of the page. */
const MOST_HALLS = 5;

/** Every hall of an event as the audience's page shows it, on one socket. */
export function useLiveBoards(page: LivePage): { boards: StageBoard[]; now: () => number } {
  const [newer, setNewer] = useState<ReadonlyMap<string, StageBoard>>(new Map());
  const { revalidate } = useRevalidator();
  const boards = page.boards.map((loaded) => {
    const board = newer.get(loaded.placeId);
    return board && board.revision > loaded.revision ? board : loaded;
  });
  const shown = useRef(boards);
  shown.current = boards;
  const timer = useRef(0);
  const readAgain = useCallback(
    (spreadMs = SPREAD_MS) => {
      // A reading that is ahead covers this hint too; putting it off would put it off for ever.
      if (timer.current !== 0) return;
      timer.current = window.setTimeout(
        () => {
          timer.current = 0;
          revalidate();
        },
        LEAST_MS + Math.random() * spreadMs,
      );
    },
    [revalidate],
  );
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
      timer.current = 0;
    },
    [],
  );
  const ids = page.boards.slice(0, MOST_HALLS).map((one) => one.placeId);
  const link = useRoadshowLink(page.roadshowId, ids, {
    onStage: (board) => {
      const before = shown.current.find((one) => one.placeId === board.placeId);
      setNewer((all) => new Map(all).set(board.placeId, board));
      // Another project is on stage: its questions and cards are read.
      if (board.placeId === page.placeId && before?.entry?.id !== board.entry?.id) readAgain();
    },
    onHint: ({ topic, projectId, isFrequent }) => {
      const isShown = !projectId || projectId === page.project?.id;
      const isRead = topic === "plan" || topic === "scores" || (topic === "questions" && isShown);
      if (isRead) readAgain(isFrequent ? FREQUENT_SPREAD_MS : SPREAD_MS);
    },
    onStanding: (revision, placeId) => {
      const known = shown.current.find((one) => one.placeId === placeId);
      if (known && known.revision < revision) readAgain();
    },
  });
  useEffect(() => {
    if (link.state === "LIVE") return;
    const id = window.setInterval(revalidate, POLL_MS + Math.random() * SPREAD_MS);
    return () => window.clearInterval(id);
  }, [link.state, revalidate]);
  const { now } = useServerClock(page.now, link.askTime);
  return { boards, now };
}
