import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { expect } from "./people.ts";

const LINE_OCTETS = 75;

/** What a calendar makes of one event of a feed. */
export interface FeedEvent {
  uid: string;
  sequence: number;
  status: string;
  summary: string;
  location: string;
  startsAt: Date;
  endsAt: Date;
  alarms: number;
}

/** Subscribes to a feed as a calendar does: without a session, by a parser that is not the market's. */
export async function readFeed(page: Page, href: string): Promise<FeedEvent[]> {
  const answer = await page.request.get(href);
  expect(answer.status(), href).toBe(200);
  expect(answer.headers()["content-type"]).toMatch(/^text\/calendar; ?charset=utf-8/i);
  const bytes = await answer.body();
  expectLines(bytes);
  return readCalendar(bytes.toString("utf8"));
}

export function readCalendar(text: string): FeedEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.name).toBe("vcalendar");
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  expect(calendar.getFirstPropertyValue("prodid")).toBeTruthy();
  const events = calendar.getAllSubcomponents("vevent").map((one) => readEvent(calendar, one));
  const uids = events.map(({ uid }) => uid);
  expect(new Set(uids).size, "every event once").toBe(uids.length);
  return events;
}

function readEvent(calendar: ICAL.Component, component: ICAL.Component): FeedEvent {
  const event = new ICAL.Event(component);
  expect(component.getFirstPropertyValue("dtstamp"), "every event has its stamp").toBeTruthy();
  const zone = component.getFirstProperty("dtstart")?.getParameter("tzid");
  // A named zone has to be described in the same file.
  if (zone) expect(calendar.getTimeZoneByID(String(zone)), `zone ${zone}`).toBeTruthy();
  return {
    uid: event.uid,
    sequence: event.sequence ?? 0,
    status: String(component.getFirstPropertyValue("status") ?? ""),
    summary: event.summary,
    location: event.location,
    startsAt: event.startDate.toJSDate(),
    endsAt: event.endDate.toJSDate(),
    alarms: component.getAllSubcomponents("valarm").length,
  };
}

/** Lines end in CRLF and are folded, counted in octets. */
function expectLines(bytes: Buffer): void {
  const text = bytes.toString("latin1");
  expect(text.endsWith("\r\n")).toBe(true);
  expect(/[^\r]\n|\r[^\n]/.test(text), "bare line ends").toBe(false);
  const longest = Math.max(...text.split("\r\n").map((line) => line.length));
  expect(longest).toBeLessThanOrEqual(LINE_OCTETS);
}
