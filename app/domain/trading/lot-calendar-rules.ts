import type { CalendarEvent, CalendarFeed } from "~/domain/shared/icalendar";
import type { LotState } from "./lot-procedure";

export type LotCalendarFacts = {
  number: number;
  title: string;
  state: LotState;
  host: string;
  url: string;
  applicationsEndAt: Date;
  biddingStartsAt: Date;
  confirmDueAt: Date | null;
  /** Every public change of a lot has a notice: their number never goes down. */
  noticeCount: number;
  changedAt: Date;
};

export type LotCalendarTexts = {
  name: string;
  applicationsEnd: string;
  biddingStarts: string;
  confirmDue: string;
  description: string;
};

/** States in which nothing of the announced course takes place any more. */
const OFF: readonly LotState[] = ["WITHDRAWN", "VOID"];
/** States to which bidding leads: reached before its start, they were reached without it. */
const AFTER_BIDDING: readonly LotState[] = ["SOLD", "CONTRACTED", "CLOSED", "FAILED", "DEFAULTED"];

function takesPlace({ state, changedAt, biddingStartsAt }: LotCalendarFacts): boolean {
  if (state === "NEGOTIATION") return false;
  return !AFTER_BIDDING.includes(state) || changedAt >= biddingStartsAt;
}

const DAY_MINUTES = 1440;

/** The dates of a lot as a calendar to which anybody can subscribe. */
export function lotCalendar(
  facts: LotCalendarFacts,
  texts: LotCalendarTexts,
  language: "zh-CN" | "en",
): CalendarFeed {
  const isOff = OFF.includes(facts.state);
  const hasBidding = takesPlace(facts);
  const status = (isHeld: boolean): CalendarEvent["status"] =>
    isOff || !isHeld ? "CANCELLED" : facts.state === "SUSPENDED" ? "TENTATIVE" : "CONFIRMED";
  const event = (
    what: string,
    title: string,
    start: Date,
    isHeld: boolean,
    remindMinutes: number[],
  ): CalendarEvent => ({
    uid: `lot-${facts.number}-${what}@${facts.host}`,
    sequence: Math.max(0, facts.noticeCount - 1),
    changedAt: facts.changedAt,
    title: `${title}：${facts.title}`,
    description: texts.description,
    url: facts.url,
    start,
    status: status(isHeld),
    remindMinutes,
  });
  return {
    name: texts.name,
    language,
    refreshMinutes: 60,
    events: [
      event("applications", texts.applicationsEnd, facts.applicationsEndAt, true, [
        DAY_MINUTES * 2,
        180,
      ]),
      event("bidding", texts.biddingStarts, facts.biddingStartsAt, hasBidding, [DAY_MINUTES, 30]),
      ...(facts.confirmDueAt
        ? [event("confirm", texts.confirmDue, facts.confirmDueAt, true, [DAY_MINUTES])]
        : []),
    ],
  };
}
