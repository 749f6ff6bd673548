import { useCallback, useEffect, useRef, useState } from "react";
import type { AuctionView } from "~/domain/bidding/auction-view";
import { hasGap, type LiveFeed, reloadFeed, startFeed, takeNews } from "./live-feed";
import { type LinkState, useAuctionLink } from "./use-auction-link";
import { type ServerTime, useServerClock } from "./use-server-clock";

/** A message that overtook another is followed by it within this time, or not at all. */
const GAP_PATIENCE_MS = 400;
/** Thousands of pages that miss the same message must not all ask at once. */
const SPREAD_MS = 1_500;
/** What only the bidder sees is read again soon after a change; bidders are few. */
const BIDDER_DELAY_MS = 200;
const POLL_MS = 5_000;
/** After the end of a phase the server needs a moment to write down what follows. */
const OVERDUE_MS = 1_500;

export type LiveAuction = {
  /** As it was read last; board and lines are newer in the feed. */
  view: AuctionView;
  feed: LiveFeed;
  link: LinkState;
  time: ServerTime;
  /** The bidder has made a bid that everybody saw. */
  hasBid: boolean;
  /** The server's time in milliseconds up to which the page knows the run, while nothing reaches it. */
  cutOffAt: number | null;
  readAgain(): void;
};

type State = { view: AuctionView; hasBid: boolean };

/**
 * A run as the page shows it: what it was loaded with, and what has come since. What is missing is read
 * from an address of its own, so that a broken line leaves the page standing.
 */
export function useLiveAuction(loaded: AuctionView, loadedHasBid = false): LiveAuction {
  const [state, setState] = useState<State>({ view: loaded, hasBid: loadedHasBid });
  const [feed, setFeed] = useState(() => startFeed(loaded));
  useEffect(() => setState({ view: loaded, hasBid: loadedHasBid }), [loaded, loadedHasBid]);
  const { view } = state;
  const timer = useRef<{ id: number; at: number } | null>(null);
  const [cutOffAt, setCutOffAt] = useState<number | null>(null);
  /** The server's time, known below; and when something came from the server last. */
  const serverNow = useRef(() => loaded.nowMicros / 1000);
  const heardAt = useRef(loaded.nowMicros / 1000);
  const hear = useCallback(() => {
    heardAt.current = serverNow.current();
    setCutOffAt(null);
  }, []);
  const isPrivate = view.you !== null || view.canOperate;
  const path = `/lots/${view.lotNumber}/live/state`;

  const readAgain = useCallback(
    (delayMs: number) => {
      const at = Date.now() + delayMs;
      if (timer.current && timer.current.at <= at) return;
      if (timer.current) window.clearTimeout(timer.current.id);
      const id = window.setTimeout(() => {
        timer.current = null;
        fetch(path, { cache: "no-store" })
          .then(async (response) => {
            if (!response.ok) throw new Error(String(response.status));
            setState((await response.json()) as State);
            hear();
          })
          .catch(() => {
            setCutOffAt(heardAt.current);
            readAgain(POLL_MS + Math.random() * SPREAD_MS);
          });
      }, delayMs);
      timer.current = { id, at };
    },
    [path, hear],
  );
  useEffect(() => () => window.clearTimeout(timer.current?.id), []);

  const { board, lines } = view;
  useEffect(() => setFeed((before) => reloadFeed(before, { board, lines })), [board, lines]);

  const shown = useRef(feed);
  shown.current = feed;
  const whenMissed = useCallback(
    (standing = 0) => {
      window.setTimeout(() => {
        if (hasGap(shown.current, standing)) readAgain(Math.random() * SPREAD_MS);
      }, GAP_PATIENCE_MS);
    },
    [readAgain],
  );
  const link = useAuctionLink(board.auctionId, {
    onNews(news) {
      hear();
      const next = takeNews(shown.current, news);
      shown.current = next;
      setFeed(next);
      if (hasGap(next)) whenMissed();
      // Own maximum, right to match, names after the end: told by the loader only.
      if (isPrivate) readAgain(BIDDER_DELAY_MS);
      else if (news.board.result) readAgain(Math.random() * SPREAD_MS);
    },
    onStanding(standing) {
      hear();
      whenMissed(standing);
    },
    onAnswered: () => readAgain(BIDDER_DELAY_MS),
  });
  const isOver = feed.board.result !== null;
  useEffect(() => {
    if (link.state !== "LOST" || isOver) return;
    readAgain(Math.random() * SPREAD_MS);
    const id = window.setInterval(() => readAgain(0), POLL_MS + Math.random() * SPREAD_MS);
    return () => window.clearInterval(id);
  }, [link.state, isOver, readAgain]);

  const time = useServerClock(loaded.nowMicros / 1000, link.askTime);
  const { now } = time;
  serverNow.current = now;
  const endsAt = feed.board.phase ? feed.board.phase.endsAtMicros / 1000 : null;
  const isRunning = feed.board.status !== "SUSPENDED" && !isOver;
  const known = feed.known;
  useEffect(() => {
    if (endsAt === null || !isRunning) return;
    const wait = endsAt - now() + OVERDUE_MS;
    // setTimeout cannot wait longer than 24 days.
    if (wait > 2 ** 31 - 1) return;
    const id = window.setTimeout(
      () => {
        if (shown.current.known === known) readAgain(Math.random() * SPREAD_MS);
      },
      Math.max(0, wait),
    );
    return () => window.clearTimeout(id);
  }, [endsAt, isRunning, known, now, readAgain]);

  return {
    ...state,
    feed,
    link: link.state,
    time,
    cutOffAt,
    readAgain: useCallback(() => readAgain(0), [readAgain]),
  };
}

/** Re-renders when the shown second changes. */
export function useNow(time: ServerTime, isTicking: boolean): number {
  const [now, setNow] = useState(() => time.now());
  const { now: read } = time;
  useEffect(() => {
    setNow(read());
    if (!isTicking) return;
    let id = 0;
    const tick = () => {
      const current = read();
      setNow(current);
      id = window.setTimeout(tick, 1_005 - (current % 1000));
    };
    tick();
    return () => window.clearTimeout(id);
  }, [read, isTicking]);
  return now;
}
