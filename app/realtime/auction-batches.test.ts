import { afterEach, describe, expect, it, vi } from "vitest";
import type { AuctionLine, AuctionNews } from "~/domain/bidding/auction-view";
import { auctionBatches, joinNews } from "./auction-batches";

const news = (previousSequence: number, sequence: number, auctionId = "a"): AuctionNews => ({
  auctionId,
  previousSequence,
  board: {
    auctionId,
    sequence,
    status: "OPEN",
    phase: null,
    best: null,
    minimumFen: null,
    extensions: 0,
    suspendedAtMicros: null,
    result: null,
  },
  lines: [{ kind: "MATCHED", bidder: 1, sequence, atMicros: sequence } satisfies AuctionLine],
});

describe("joinNews", () => {
  it("makes one of what follows each other, whatever the order, and keeps gaps", () => {
    const joined = joinNews([news(5, 6), news(3, 4), news(4, 5), news(8, 9)]);
    expect(joined.map((one) => [one.previousSequence, one.board.sequence])).toEqual([
      [3, 6],
      [8, 9],
    ]);
    expect(joined[0]?.lines.map((line) => line.sequence)).toEqual([4, 5, 6]);
  });
});

describe("auctionBatches", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("keeps the order and the pause however news fall on the times at which it forgets", () => {
    for (const gaps of [
      [50, 70, 30, 5, 40],
      [60, 45, 20, 30, 10],
      [110, 95, 55, 99, 1],
    ]) {
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
      const sent: { at: number; news: AuctionNews }[] = [];
      const add = auctionBatches((one) => sent.push({ at: performance.now(), news: one }), 50);
      for (let sequence = 1; sequence <= 60; sequence += 1) {
        add(news(sequence - 1, sequence));
        vi.advanceTimersByTime(gaps[sequence % gaps.length] ?? 0);
      }
      vi.advanceTimersByTime(200);
      expect(sent.flatMap((one) => one.news.lines.map((line) => line.sequence))).toEqual(
        Array.from({ length: 60 }, (_, at) => at + 1),
      );
      const pauses = sent.slice(1).map((one, at) => one.at - (sent[at]?.at ?? 0));
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(50);
    }
  });

  it("sends the first at once and a burst as one", async () => {
    const sent: AuctionNews[] = [];
    const add = auctionBatches((one) => sent.push(one), 30);
    add(news(0, 1));
    expect(sent).toHaveLength(1);
    for (let at = 1; at < 20; at += 1) add(news(at, at + 1));
    add(news(0, 1, "b"));
    expect(sent).toHaveLength(2);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(sent.map((one) => [one.auctionId, one.previousSequence, one.board.sequence])).toEqual([
      ["a", 0, 1],
      ["b", 0, 1],
      ["a", 1, 20],
    ]);
  });
});
