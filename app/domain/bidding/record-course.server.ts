import { type Actor, systemActor } from "~/domain/identity/actor";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { recordLotOutcome } from "~/domain/trading/record-lot-outcome.server";
import type { Tx } from "~/platform/db.server";
import { sealForRun, secretPlace } from "./amount-cipher.server";
import { applyEvent } from "./auction-apply-rules";
import { auctionConduct } from "./auction-conduct.server";
import { dueAt } from "./auction-engine-rules";
import type { AuctionEvent, AuctionResult, ChainedEvent } from "./auction-event";
import type { AuctionMove } from "./auction-procedure";
import type { AuctionState, Hidden, KeptSecret } from "./auction-state";
import type { BidAnswer } from "./auction-view";
import type { Course, StoredEngine } from "./lock-course.server";
import { sha256 } from "./sha256.server";
import { eventText } from "./transcript-rules";

/** What a stretch of a run has brought, to be written down in one transaction. */
export type CourseOutcome = {
  events: readonly AuctionEvent[];
  state: AuctionState;
  hidden: Hidden;
  kept: readonly KeptSecret[];
  receipts: readonly { bidder: number; clientKey: string; answer: BidAnswer }[];
};

/** Writes events, receipts, secrets and the new state at once, and carries out what follows from them. */
export async function recordCourse(
  tx: Tx,
  course: Course,
  outcome: CourseOutcome,
  actor: Actor,
): Promise<void> {
  const { auctionId } = course;
  const { events, state, hidden, kept, receipts } = outcome;
  const chained = chain(auctionId, course.headHash, events);
  const headHash = chained.at(-1)?.hash ?? course.headHash;
  const { names, unrecorded } = hidden;
  const engine: StoredEngine = { state, names, unrecorded };
  const due = dueAt(state);
  // A millisecond late rather than early: a tick that comes too soon has nothing to do.
  const nextAt = due === null ? null : new Date(Math.ceil(due / 1000));
  await tx.$executeRaw`
    WITH added AS (
      INSERT INTO "AuctionEvent" ("auctionId", sequence, "atMicros", kind, "bidderNumber", "amountFen",
        content, "previousHash", hash)
      SELECT ${auctionId}::uuid, e.sequence, e."atMicros", e.kind, e.bidder, e."amountFen", e.content,
        e."previousHash", e.hash
      FROM jsonb_to_recordset(${JSON.stringify(chained.map(eventRow))}::jsonb) AS e(sequence int,
        "atMicros" bigint, kind text, bidder int, "amountFen" bigint, content jsonb,
        "previousHash" text, hash text)
    ), answered AS (
      INSERT INTO "BidReceipt" ("auctionId", "bidderNumber", "clientKey", sequence, answer)
      SELECT ${auctionId}::uuid, r.bidder, r."clientKey", ${state.sequence}, r.answer
      FROM jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb)
        AS r(bidder int, "clientKey" text, answer jsonb)
    )
    UPDATE "Auction" SET "lastSequence" = ${state.sequence}, "headHash" = ${headHash},
      "engineState" = ${JSON.stringify(engine)}::jsonb, "nextAt" = ${nextAt}
    WHERE id = ${auctionId}::uuid`;
  if (kept.length > 0) await keepSecrets(tx, auctionId, kept);
  await follow(tx, course, outcome, actor);
}

function chain(auctionId: string, head: string, events: readonly AuctionEvent[]): ChainedEvent[] {
  let previousHash = head;
  return events.map((event) => {
    const linked = { ...event, previousHash };
    previousHash = sha256(eventText(auctionId, linked));
    return { ...linked, hash: previousHash };
  });
}

function eventRow(event: ChainedEvent) {
  const { sequence, atMicros, previousHash, hash, ...content } = event;
  const { kind } = content;
  const bidder = "bidder" in content ? content.bidder : null;
  const amountFen = "amountFen" in content ? (content.amountFen ?? null) : null;
  return { sequence, atMicros, kind, bidder, amountFen, content, previousHash, hash };
}

async function keepSecrets(tx: Tx, auctionId: string, kept: readonly KeptSecret[]): Promise<void> {
  await tx.proxyBid.createMany({
    data: kept.map(({ sequence, bidder, amountFen, nonce, commitment }) => {
      const place = secretPlace(auctionId, sequence);
      const maxEncrypted = sealForRun(amountFen, place);
      const sealed = { maxEncrypted, nonce: sealForRun(nonce, place), commitment };
      return { id: newId(), auctionId, bidderNumber: bidder, sequence, ...sealed };
    }),
  });
}

/** The move of the procedure that leads from one status of the engine to another. */
const MOVES: Record<string, { move: AuctionMove; isOperated: boolean }> = {
  "SCHEDULED>OPEN": { move: "open", isOperated: false },
  "OPEN>ENDED": { move: "end", isOperated: false },
  "SCHEDULED>SUSPENDED": { move: "suspend", isOperated: true },
  "OPEN>SUSPENDED": { move: "suspend", isOperated: true },
  "SUSPENDED>OPEN": { move: "resume", isOperated: true },
  "SUSPENDED>SCHEDULED": { move: "resumeWaiting", isOperated: true },
  "SCHEDULED>VOID": { move: "void", isOperated: true },
  "OPEN>VOID": { move: "void", isOperated: true },
  "SUSPENDED>VOID": { move: "void", isOperated: true },
};

/** Moves the row as the events say, and the lot at the end. */
async function follow(tx: Tx, course: Course, outcome: CourseOutcome, actor: Actor): Promise<void> {
  if (course.state.status === outcome.state.status) return;
  let { state } = course;
  for (const event of outcome.events) {
    const before = state.status;
    state = applyEvent(state, event);
    const found = MOVES[`${before}>${state.status}`];
    if (!found) continue;
    const by = found.isOperated ? actor : systemActor("bidding");
    const input = "note" in event ? { note: event.note } : {};
    await advance(tx, auctionConduct, course.auctionId, found.move, by, input);
  }
  if (state.result) await settle(tx, course, state, state.result);
}

async function settle(
  tx: Tx,
  { auctionId, lotId }: Course,
  state: AuctionState,
  result: AuctionResult,
): Promise<void> {
  const endedAt = new Date(state.atMicros / 1000);
  await enqueueJob(tx, "bidding.publish", { auctionId }, { key: `bidding.publish:${auctionId}` });
  if (result.outcome !== "WON") {
    await tx.auction.update({ where: { id: auctionId }, data: { endedAt } });
    if (result.outcome === "VOID") return;
    const reason = result.reason === "no_bid" ? "NO_BID" : "RESERVE";
    await recordLotOutcome(tx, lotId, { kind: "FAILED", reason }, systemActor("bidding"));
    return;
  }
  const priceFen = BigInt(result.amountFen);
  const { id, applicationId } = await tx.auctionBidder.findUniqueOrThrow({
    where: { auctionId_number: { auctionId, number: result.bidder } },
    select: { id: true, applicationId: true },
  });
  await tx.auction.update({
    where: { id: auctionId },
    data: { endedAt, winnerBidderId: id, priceFen },
  });
  const won = { kind: "WON", applicationId, priceFen } as const;
  await recordLotOutcome(tx, lotId, won, systemActor("bidding"));
}
