import { describe, expect, it } from "vitest";
import type { AuctionBoard } from "~/domain/bidding/auction-view";
import { situationOf, standingOf } from "./screen-situation";

const you = { number: 2, isQualified: true };
const at = (
  phase: Partial<NonNullable<AuctionBoard["phase"]>> | null,
  changes: Partial<AuctionBoard> = {},
): AuctionBoard => ({
  auctionId: "a",
  sequence: 5,
  status: "OPEN",
  phase: phase && { name: "FREE", startsAtMicros: 0, endsAtMicros: 1, ...phase },
  best: { bidder: 1, amountFen: "100" },
  minimumFen: "110",
  extensions: 0,
  suspendedAtMicros: null,
  result: null,
  ...changes,
});
const own = { best: { bidder: 2, amountFen: "100" } };

describe("situationOf", () => {
  it.each([
    [at({ name: "FREE" }), "OPEN"],
    [at({ name: "TIMED" }), "OPEN"],
    [at({ name: "TURN", bidder: 2 }), "SEALED"],
    [at({ name: "SEALED" }), "SEALED"],
    [at({ name: "FALLING" }), "TAKE"],
    [at({ name: "ASKING" }), "AGREE"],
    [at({ name: "LAST_WORD", bidder: 2 }, own), "OPEN"],
  ])("offers the form of the phase", (board, way) => {
    expect(situationOf(board, you).way).toBe(way);
  });

  it.each([
    [at({ name: "WAITING" }), "WAITING"],
    [at({ name: "PAUSE" }), "PAUSE"],
    [at({ name: "PREEMPTION" }), "PREEMPTION"],
    [at({ name: "FREE" }, own), "own"],
    [at({ name: "SEALED" }, own), "own"],
    [at({ name: "TURN", bidder: 1 }), "turn"],
    [at({ name: "LAST_WORD", bidder: 1 }), "turn"],
    [at({ name: "FREE" }, { status: "SUSPENDED" }), "SUSPENDED"],
    [at(null, { status: "ENDED" }), "ended"],
  ])("says why there is none", (board, whyNot) => {
    expect(situationOf(board, you)).toEqual({ way: null, whyNot });
  });

  it("offers nothing without qualification", () => {
    expect(situationOf(at({ name: "FREE" }), { ...you, isQualified: false }).whyNot).toBe(
      "qualified",
    );
  });
});

describe("standingOf", () => {
  it("tells leading, outbid, turn and result apart", () => {
    expect(standingOf(at({}), you, false)).toBe("noBid");
    expect(standingOf(at({}), you, true)).toBe("outbid");
    expect(standingOf(at({}, own), you, true)).toBe("best");
    expect(standingOf(at({ name: "SEALED" }, own), you, true)).toBe("taker");
    expect(standingOf(at({ name: "TURN", bidder: 2 }), you, true)).toBe("yourTurn");
    const won = { outcome: "WON", bidder: 2, amountFen: "100", isPreemptive: false } as const;
    expect(standingOf(at(null, { result: won }), you, true)).toBe("won");
    expect(standingOf(at(null, { result: { ...won, bidder: 1 } }), you, true)).toBe("lost");
  });
});
