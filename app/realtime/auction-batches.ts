import type { AuctionNews } from "~/domain/bidding/auction-view";

/** Shortest time between two messages about one run. */
const PAUSE_MS = 50;

type Room = { waiting: AuctionNews[]; sentAt: number; timer?: NodeJS.Timeout };

/**
 * Sends the first news of a run at once and what comes within the pause as one message, so that a burst
 * of bids costs each of thousands of pages twenty messages a second and not hundreds.
 */
export function auctionBatches(send: (news: AuctionNews) => void, pauseMs = PAUSE_MS) {
  const rooms = new Map<string, Room>();
  const flush = (auctionId: string, room: Room) => {
    delete room.timer;
    room.sentAt = performance.now();
    for (const news of joinNews(room.waiting.splice(0))) send(news);
    // Rooms of runs that have ended must not pile up; one that has taken its place stays, with what
    // waits in it, or later news would overtake that.
    setTimeout(() => {
      const isOwn = rooms.get(auctionId) === room;
      const isQuiet = !room.timer && performance.now() - room.sentAt >= pauseMs;
      if (isOwn && isQuiet) rooms.delete(auctionId);
    }, pauseMs * 2).unref();
  };
  return (news: AuctionNews): void => {
    const room = rooms.get(news.auctionId) ?? { waiting: [], sentAt: Number.NEGATIVE_INFINITY };
    rooms.set(news.auctionId, room);
    room.waiting.push(news);
    if (room.timer) return;
    const wait = room.sentAt + pauseMs - performance.now();
    if (wait <= 0) {
      flush(news.auctionId, room);
      return;
    }
    room.timer = setTimeout(() => flush(news.auctionId, room), wait);
    room.timer.unref();
  };
}

/** News that follow each other become one; a gap between them stays a gap. */
export function joinNews(list: readonly AuctionNews[]): AuctionNews[] {
  const joined: AuctionNews[] = [];
  for (const news of [...list].sort((a, b) => a.previousSequence - b.previousSequence)) {
    const last = joined.at(-1);
    if (last && last.board.sequence === news.previousSequence) {
      joined[joined.length - 1] = {
        auctionId: last.auctionId,
        previousSequence: last.previousSequence,
        board: news.board,
        lines: [...last.lines, ...news.lines],
      };
    } else joined.push(news);
  }
  return joined;
}
