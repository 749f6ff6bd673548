import { randomBytes } from "node:crypto";
import { systemActor } from "~/domain/identity/actor";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { AuctionMode } from "~/domain/trading/auction-rules-schema";
import type { Db } from "~/platform/db.server";
import { applyEvent } from "./auction-apply-rules";
import { decide, passTime } from "./auction-engine-rules";
import type { AuctionEvent } from "./auction-event";
import type { AuctionRequest, Decision, Hidden, KeptSecret } from "./auction-state";
import type { BidAnswer } from "./auction-view";
import { type Asking, type FoundBidder, findBidders } from "./bidder-queries.server";
import { SECRET_MODES } from "./bidder-request-rules";
import { boardOf } from "./board-rules";
import { type Answered, answerCourse } from "./course-answer.server";
import { type Course, lockCourse } from "./lock-course.server";
import { recordCourse } from "./record-course.server";
import { sha256 } from "./sha256.server";
import { amountCommitmentText } from "./transcript-rules";

/** What a bidder asks, before it is known which bidder it is. */
export type Wish =
  | { kind: "BID" | "SET_PROXY"; amountFen: bigint; isConfirmed: boolean }
  | { kind: "DROP_PROXY" | "MATCH" | "WAIVE" };

export type Submission = Asking & { wish: Wish };

/**
 * Answers waiting requests of one run in one transaction: one lock, one instant, one after the other
 * by the engine, written down together. Without a request it lets time pass.
 * @throws DomainError "not_found" (404)
 */
export async function answerRequests(
  db: Db,
  auctionId: string,
  submissions: readonly Submission[],
): Promise<Answered> {
  return inTransaction(db, async (tx) => {
    const course = await lockCourse(tx, auctionId);
    const bidders = submissions.length > 0 ? await findBidders(tx, auctionId, submissions) : [];
    const session = openSession(course);
    const answers = submissions.map((submission, at) => {
      const bidder = bidders[at];
      return bidder ? session.answer(bidder, submission) : null;
    });
    if (session.hasChanged()) await recordCourse(tx, course, session, systemActor("bidding"));
    return answerCourse(course, session.events, session.state, answers);
  });
}

/** The engine at work on one course, with what it has brought so far. */
function openSession(course: Course) {
  const { auctionId, rules, atMicros } = course;
  const events: AuctionEvent[] = [...passTime(rules, course.state, course.hidden, atMicros)];
  let state = events.reduce(applyEvent, course.state);
  let { hidden } = course;
  const kept: KeptSecret[] = [];
  const receipts: { bidder: number; clientKey: string; answer: BidAnswer }[] = [];

  const ask = (request: AuctionRequest): Decision => {
    const made = decide(rules, state, hidden, request, atMicros);
    events.push(...made.events);
    state = made.state;
    kept.push(...made.kept);
    hidden = remember(hidden, made.kept);
    return made.decision;
  };
  const findReceipt = (bidder: number, clientKey: string) =>
    receipts.find((one) => one.bidder === bidder && one.clientKey === clientKey);

  return {
    events,
    kept,
    receipts,
    get state() {
      return state;
    },
    get hidden() {
      return hidden;
    },
    hasChanged: () => events.length > 0 || receipts.length > 0 || hidden !== course.hidden,
    answer(
      { number, isQualified, answer }: FoundBidder,
      { clientKey, wish }: Submission,
    ): BidAnswer {
      const earlier = answer ?? findReceipt(number, clientKey)?.answer;
      if (earlier) return earlier;
      const request = requestOf(auctionId, rules.mode, number, isQualified, wish);
      const decision = ask(request);
      const { minimumFen } = boardOf(auctionId, rules, state);
      const amountFen = "amountFen" in wish ? wish.amountFen.toString() : null;
      const made: BidAnswer = { ...outcomeOf(decision), atMicros, amountFen, minimumFen };
      // A question is not an answer, and refusals over the limit leave no trace but their number.
      if (made.sequence !== null) receipts.push({ bidder: number, clientKey, answer: made });
      else if (decision.outcome === "REFUSED" && !state.result) {
        const count = (hidden.unrecorded[number] ?? 0) + 1;
        hidden = { ...hidden, unrecorded: { ...hidden.unrecorded, [number]: count } };
      }
      return made;
    },
  };
}

function remember(hidden: Hidden, kept: readonly KeptSecret[]): Hidden {
  if (kept.length === 0) return hidden;
  const added = kept.map(({ sequence, amountFen, nonce }) => [sequence, { amountFen, nonce }]);
  return { ...hidden, secrets: { ...hidden.secrets, ...Object.fromEntries(added) } };
}

function requestOf(
  auctionId: string,
  mode: AuctionMode,
  bidder: number,
  isQualified: boolean,
  wish: Wish,
): AuctionRequest {
  if (!("amountFen" in wish)) return { kind: wish.kind, bidder, isQualified };
  const { kind, isConfirmed } = wish;
  const amountFen = wish.amountFen.toString();
  const nonce = randomBytes(16).toString("hex");
  const seal = () => {
    const commitment = sha256(amountCommitmentText({ auctionId, bidder, amountFen, nonce }));
    return { commitment, nonce };
  };
  if (kind === "SET_PROXY") return { kind, bidder, isQualified, amountFen, ...seal() };
  const secret = SECRET_MODES.includes(mode) ? seal() : {};
  return { kind, bidder, isQualified, amountFen, isConfirmed, ...secret };
}

function outcomeOf(decision: Decision): Pick<BidAnswer, "outcome" | "reason" | "sequence"> {
  switch (decision.outcome) {
    case "ACCEPTED":
      return { outcome: "ACCEPTED", reason: null, sequence: decision.sequence };
    case "REFUSED":
      return { outcome: "REFUSED", reason: decision.reason, sequence: decision.sequence };
    case "CONFIRM":
      return { outcome: "CONFIRM", reason: "confirm_jump", sequence: null };
  }
}
