import { describe, expect, it } from "vitest";
import { type CalendarEvent, escapeText, foldLine, writeCalendar } from "./icalendar";

const event: CalendarEvent = {
  uid: "lot-7-bidding@market.example",
  sequence: 2,
  changedAt: new Date("2026-03-04T01:02:03.456Z"),
  title: "网络竞价开始：隔膜涂覆工艺, 专利权; 含培训",
  description: "第一行\r\n第二行\\尾",
  url: "https://market.example/lots/7?a=1,2",
  start: new Date("2026-03-05T02:00:00.000Z"),
  end: new Date("2026-03-06T02:00:00.000Z"),
  remindMinutes: [1440, 30],
};
const feed = (values: Partial<CalendarEvent> = {}) =>
  writeCalendar({
    name: "挂牌",
    language: "zh-CN",
    refreshMinutes: 60,
    events: [{ ...event, ...values }],
  });
/** What a calendar program sees: continuation lines joined again. */
const unfold = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

describe("folding", () => {
  it("keeps every physical line within 75 octets and never cuts a character", () => {
    for (const unit of ["a", "é", "竞", "𠮷", "a竞𠮷"]) {
      for (let length = 1; length < 90; length += 1) {
        const line = `SUMMARY:${unit.repeat(length)}`;
        const folded = foldLine(line);
        for (const physical of folded.split("\r\n")) {
          const bytes = new TextEncoder().encode(physical);
          expect(bytes.length).toBeLessThanOrEqual(75);
          expect(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toBe(physical);
        }
        expect(folded.replaceAll("\r\n ", "")).toBe(line);
      }
    }
  });

  it("leaves a line of exactly 75 octets alone", () => {
    expect(foldLine("x".repeat(75))).toBe("x".repeat(75));
    expect(foldLine("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x`);
  });
});

describe("texts", () => {
  it("escapes what RFC 5545 reserves, in this order, and drops other controls", () => {
    expect(escapeText("a\\b;c,d\ne\rf\r\ng\u0007")).toBe("a\\\\b\\;c\\,d\\ne\\nf\\ng");
  });
});

describe("a feed", () => {
  it("ends every line with CRLF and has no bare line break", () => {
    const text = feed();
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("writes instants in the market's zone, which the file defines", () => {
    const lines = unfold(feed());
    expect(lines).toContain("DTSTART;TZID=Asia/Shanghai:20260305T100000");
    expect(lines).toContain("DTEND;TZID=Asia/Shanghai:20260306T100000");
    expect(lines).toContain("DTSTAMP:20260304T010203Z");
    expect(lines.indexOf("TZID:Asia/Shanghai")).toBeLessThan(lines.indexOf("BEGIN:VEVENT"));
  });

  it("writes a whole day as a date", () => {
    expect(unfold(feed({ start: "2026-03-05", end: "2026-03-06" }))).toContain(
      "DTSTART;VALUE=DATE:20260305",
    );
  });

  it("keeps the uid, counts the changes and reminds", () => {
    const lines = unfold(feed());
    expect(lines).toContain("UID:lot-7-bidding@market.example");
    expect(lines).toContain("SEQUENCE:2");
    expect(lines.filter((line) => line.startsWith("TRIGGER"))).toEqual([
      "TRIGGER:-PT1440M",
      "TRIGGER:-PT30M",
    ]);
    expect(lines).toContain("URL:https://market.example/lots/7?a=1,2");
  });

  it("says that a withdrawn event is cancelled, and does not remind of it", () => {
    const lines = unfold(feed({ status: "CANCELLED" }));
    expect(lines).toContain("STATUS:CANCELLED");
    expect(lines.some((line) => line.startsWith("BEGIN:VALARM"))).toBe(false);
  });

  it("lets no address break out of its line", () => {
    const lines = unfold(feed({ url: "https://x/\r\nATTENDEE:mailto:a@b" }));
    expect(lines.some((line) => line.startsWith("ATTENDEE"))).toBe(false);
  });

  it("pairs every BEGIN with its END", () => {
    const open: string[] = [];
    for (const line of unfold(feed())) {
      if (line.startsWith("BEGIN:")) open.push(line.slice(6));
      if (line.startsWith("END:")) expect(open.pop()).toBe(line.slice(4));
    }
    expect(open).toEqual([]);
  });
});
