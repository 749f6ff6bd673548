import type { AuctionBoard, AuctionLine, AuctionNews } from "~/domain/bidding/auction-view";

/** Lines that a page keeps; older ones are on the pages of the history. */
const MAX_LINES = 60;
/** Messages that wait for one before them; more means that it will not come. */
const MAX_PENDING = 20;

/** What a page shows of a run, and what it still waits for. */
export type LiveFeed = {
  board: AuctionBoard;
  /** Newest first, complete up to `known`. */
  lines: readonly AuctionLine[];
  known: number;
  /** Messages after a gap. */
  pending: readonly AuctionNews[];
};

/** What the page was loaded with. */
export type Loaded = { board: AuctionBoard; lines: readonly AuctionLine[] };

export function startFeed({ board, lines }: Loaded): LiveFeed {
  // Lines are read after the board and may be newer; such ones come again as news.
  const known = board.sequence;
  return { board, lines: lines.filter((line) => line.sequence <= known), known, pending: [] };
}

/** The server's answer replaces everything except messages that overtook it. */
export function reloadFeed(feed: LiveFeed, loaded: Loaded): LiveFeed {
  if (loaded.board.auctionId !== feed.board.auctionId) return startFeed(loaded);
  if (loaded.board.sequence < feed.known) return feed;
  const fresh = startFeed(loaded);
  return feed.pending.reduce(takeNews, {
    ...fresh,
    board: newer(fresh.board, feed.board),
  });
}

/**
 * Takes a message in. The board of the newest message is shown at once; lines wait until those before
 * them are there. Repeated and late messages change nothing.
 */
export function takeNews(feed: LiveFeed, news: AuctionNews): LiveFeed {
  if (news.auctionId !== feed.board.auctionId || news.board.sequence <= feed.known) return feed;
  const board = newer(feed.board, news.board);
  if (news.previousSequence > feed.known) {
    const pending = [...feed.pending, news]
      .sort((a, b) => a.previousSequence - b.previousSequence)
      .slice(-MAX_PENDING);
    return { ...feed, board, pending };
  }
  const added = news.lines.filter((line) => line.sequence > feed.known);
  const lines = [...added].reverse().concat(feed.lines).slice(0, MAX_LINES);
  const next = { board, lines, known: news.board.sequence, pending: [] };
  return feed.pending.reduce(takeNews, next);
}

/** Whether something is missing that only the server can tell. */
export function hasGap(feed: LiveFeed, standing = 0): boolean {
  return feed.pending.length > 0 || standing > feed.known;
}

function newer(a: AuctionBoard, b: AuctionBoard): AuctionBoard {
  return b.sequence > a.sequence ? b : a;
}
