import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AuctionBoard, AuctionLine, AuctionNews } from "~/domain/bidding/auction-view";
import { hasGap, reloadFeed, startFeed, takeNews } from "./live-feed";

const board = (sequence: number): AuctionBoard => ({
  auctionId: "a",
  sequence,
  status: "OPEN",
  phase: null,
  best: { bidder: 1, amountFen: String(sequence) },
  minimumFen: null,
  extensions: 0,
  suspendedAtMicros: null,
  result: null,
});
const line = (sequence: number): AuctionLine => ({
  kind: "BID",
  sequence,
  atMicros: sequence,
  bidder: 1,
  amountFen: String(sequence),
  way: "OPEN",
});
/** Events from `previous` (not included) to `last`. */
const news = (previous: number, last: number): AuctionNews => ({
  auctionId: "a",
  previousSequence: previous,
  board: board(last),
  lines: Array.from({ length: last - previous }, (_, i) => line(previous + 1 + i)),
});
const start = () => startFeed({ board: board(3), lines: [line(3), line(2), line(1)] });
const numbers = (feed: { lines: readonly AuctionLine[] }) => feed.lines.map((one) => one.sequence);

describe("takeNews", () => {
  it("adds what follows and knows what it has seen", () => {
    const feed = takeNews(takeNews(start(), news(3, 5)), news(3, 5));
    expect(numbers(feed)).toEqual([5, 4, 3, 2, 1]);
    expect(hasGap(feed)).toBe(false);
    expect(hasGap(feed, 6)).toBe(true);
  });

  it("shows the newest price at once and waits with the lines after a gap", () => {
    const ahead = takeNews(start(), news(5, 6));
    expect(ahead.board.sequence).toBe(6);
    expect(numbers(ahead)).toEqual([3, 2, 1]);
    expect(hasGap(ahead)).toBe(true);
    const filled = takeNews(ahead, news(3, 5));
    expect(numbers(filled)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(hasGap(filled)).toBe(false);
  });

  it("does not mind other runs", () => {
    const feed = start();
    expect(takeNews(feed, { ...news(3, 4), auctionId: "b" })).toBe(feed);
  });

  it("ends complete and in order however messages are shuffled, repeated and overlapped", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 4, max: 24 }), { minLength: 1, maxLength: 12 });
    const scenario = cuts.chain((points) => {
      const ends = [...points, 25].sort((a, b) => a - b);
      const batches = ends.map((end, i) => news(i === 0 ? 3 : (ends[i - 1] ?? 3), end));
      const doubled = [...batches, ...batches.slice(0, 3)];
      return fc.shuffledSubarray(doubled, { minLength: doubled.length });
    });
    fc.assert(
      fc.property(scenario, (messages) => {
        const feed = messages.reduce(takeNews, start());
        expect(numbers(feed)).toEqual(Array.from({ length: 25 }, (_, i) => 25 - i));
        expect(feed.board.sequence).toBe(25);
        expect(hasGap(feed)).toBe(false);
      }),
    );
  });
});

describe("reloadFeed", () => {
  it("shows no line twice that was read after the board", () => {
    const feed = startFeed({ board: board(3), lines: [line(4), line(3)] });
    expect(numbers(feed)).toEqual([3]);
    expect(numbers(takeNews(feed, news(3, 4)))).toEqual([4, 3]);
  });

  it("fills a gap and keeps what overtook the answer", () => {
    const ahead = takeNews(start(), news(7, 8));
    const loaded = { board: board(7), lines: [line(7), line(6)] };
    const feed = reloadFeed(ahead, loaded);
    expect(numbers(feed)).toEqual([8, 7, 6]);
    expect(hasGap(feed)).toBe(false);
  });

  it("keeps its own state against an older answer, and begins anew with another run", () => {
    const feed = takeNews(start(), news(3, 9));
    expect(reloadFeed(feed, { board: board(5), lines: [line(5)] })).toBe(feed);
    const other = { board: { ...board(1), auctionId: "b" }, lines: [line(1)] };
    expect(reloadFeed(feed, other).board.auctionId).toBe("b");
  });
});
