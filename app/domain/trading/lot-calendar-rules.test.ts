import { describe, expect, it } from "vitest";
import { type LotCalendarFacts, lotCalendar } from "./lot-calendar-rules";

const facts: LotCalendarFacts = {
  number: 7,
  title: "隔膜涂覆工艺",
  state: "ANNOUNCED",
  host: "market.example",
  url: "https://market.example/lots/7",
  applicationsEndAt: new Date("2026-12-01T16:00:00Z"),
  biddingStartsAt: new Date("2026-12-03T02:00:00Z"),
  confirmDueAt: null,
  noticeCount: 1,
  changedAt: new Date("2026-11-20T02:00:00Z"),
};
const texts = {
  name: "挂牌",
  applicationsEnd: "报名截止",
  biddingStarts: "竞价开始",
  confirmDue: "确认截止",
  description: "",
};
const events = (values: Partial<LotCalendarFacts> = {}) =>
  lotCalendar({ ...facts, ...values }, texts, "zh-CN").events;

describe("the calendar of a lot", () => {
  it("has the same uids whatever happens, and a sequence that grows with the notices", () => {
    const uids = events().map((one) => one.uid);
    expect(uids).toEqual(["lot-7-applications@market.example", "lot-7-bidding@market.example"]);
    expect(events({ state: "SUSPENDED", noticeCount: 2 }).map((one) => one.uid)).toEqual(uids);
    expect(events({ noticeCount: 3 }).map((one) => one.sequence)).toEqual([2, 2]);
  });

  it("cancels a start that a failed lot never came to, and no start that is past", () => {
    for (const state of ["FAILED", "CONTRACTED", "DEFAULTED"] as const) {
      const bidding = (values: Partial<LotCalendarFacts>) =>
        events({ state, ...values })[1]?.status;
      expect(bidding({ changedAt: new Date("2026-12-01T16:00:00Z") })).toBe("CANCELLED");
      expect(bidding({ changedAt: new Date("2026-12-04T02:00:00Z") })).toBe("CONFIRMED");
    }
  });

  it("cancels everything when the lot is withdrawn, the bidding alone when there is none", () => {
    expect(events({ state: "WITHDRAWN" }).map((one) => one.status)).toEqual([
      "CANCELLED",
      "CANCELLED",
    ]);
    expect(events({ state: "NEGOTIATION" }).map((one) => one.status)).toEqual([
      "CONFIRMED",
      "CANCELLED",
    ]);
    expect(events({ state: "SUSPENDED" })[0]?.status).toBe("TENTATIVE");
  });

  it("adds the day by which a winner confirms", () => {
    expect(events({ confirmDueAt: new Date("2026-12-08T16:00:00Z") })).toHaveLength(3);
  });
});
