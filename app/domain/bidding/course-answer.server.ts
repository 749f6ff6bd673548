import { dueAt } from "./auction-engine-rules";
import type { AuctionEvent } from "./auction-event";
import type { AuctionState } from "./auction-state";
import type { AuctionNews, BidAnswer } from "./auction-view";
import { boardOf, lineOf } from "./board-rules";
import type { Course } from "./lock-course.server";

export type Answered = {
  /** Null for who is no bidder. */
  answers: readonly (BidAnswer | null)[];
  /** What is new for everybody. */
  news: AuctionNews | null;
  /** How long it is, by the database's clock, until time alone does something. */
  waitMs: number | null;
};

/** What a stretch of a run means for those who asked and for everybody who watches. */
export function answerCourse(
  course: Course,
  events: readonly AuctionEvent[],
  state: AuctionState,
  answers: readonly (BidAnswer | null)[] = [],
): Answered {
  const { auctionId, rules, atMicros } = course;
  const due = dueAt(state);
  const waitMs = due === null ? null : Math.max(0, Math.ceil((due - atMicros) / 1000));
  if (events.length === 0) return { answers, news: null, waitMs };
  const lines = events.flatMap((event) => lineOf(event) ?? []);
  const board = boardOf(auctionId, rules, state);
  const news = { auctionId, previousSequence: course.state.sequence, board, lines };
  return { answers, news, waitMs };
}
