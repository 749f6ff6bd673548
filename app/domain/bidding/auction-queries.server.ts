import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { isId } from "~/domain/shared/ids";
import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import type { Db, DbOrTx } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { dueAt } from "./auction-engine-rules";
import type { AuctionEvent } from "./auction-event";
import { armTick } from "./auction-timers.server";
import { type AuctionLine, type AuctionView, PUBLIC_EVENT_KINDS } from "./auction-view";
import { findBidderView } from "./bidder-view-queries.server";
import { boardOf } from "./board-rules";
import type { StoredEngine } from "./lock-course.server";
import { tickAuction } from "./tick-auction.server";

/** Lines that a page shows. */
const LINES = 50;

type Row = {
  lotId: string;
  run: number;
  rules: AuctionRules;
  engine: StoredEngine;
  startsAt: Date;
  publishedAt: Date | null;
  now: bigint;
  lotNumber: number;
  lotTitle: string;
  isTraining: boolean;
  regionCode: string | null;
};

/**
 * A run as a person, or a spectator without an account, sees it now. What time has done meanwhile is
 * written down first. Names stand in it only after the end, secrets of others never.
 * @returns null when there is no such run
 */
export async function findAuctionView(
  db: Db,
  auctionId: string,
  actor: Actor | null,
): Promise<AuctionView | null> {
  if (!isId(auctionId)) return null;
  const before = await findRow(db, auctionId);
  if (!before) return null;
  const row = (await letTimePass(db, auctionId, before)) ? await findRow(db, auctionId) : before;
  if (!row) return null;
  const { rules, engine, lotNumber, lotTitle, isTraining, run } = row;
  const { state } = engine;
  const isOver = state.status === "ENDED";
  const bidders = state.bidders.map(({ number, preemptiveRank }) => {
    const name = isOver ? (engine.names.find((one) => one.number === number)?.name ?? null) : null;
    return { number, preemptiveRank, name };
  });
  return {
    auctionId,
    lotNumber,
    lotTitle,
    run,
    isTraining,
    rules,
    nowMicros: Number(row.now),
    startsAtMicros: row.startsAt.getTime() * 1000,
    board: boardOf(auctionId, rules, state),
    lines: await listLines(db, auctionId),
    bidders,
    you: actor?.kind === "USER" ? await findBidderView(db, auctionId, rules, state, actor) : null,
    canOperate: can(actor, "bid.operate", { regionCode: row.regionCode }),
    isPublished: row.publishedAt !== null,
  };
}

async function findRow(db: DbOrTx, auctionId: string): Promise<Row | undefined> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT run."lotId", run.run, run.rules, run."engineState" AS engine, run."startsAt",
      run."publishedAt", (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now,
      lot.number AS "lotNumber", lot.title AS "lotTitle", lot."isTraining", lot."regionCode"
    FROM "Auction" run JOIN "Lot" lot ON lot.id = run."lotId" WHERE run.id = ${auctionId}::uuid`;
  return rows[0];
}

/** @returns whether something was due and has been written down */
async function letTimePass(db: Db, auctionId: string, row: Row): Promise<boolean> {
  const due = dueAt(row.engine.state);
  if (due === null) return false;
  const waitMs = Math.ceil((due - Number(row.now)) / 1000);
  if (waitMs > 0) {
    armTick(db, auctionId, waitMs);
    return false;
  }
  try {
    armTick(db, auctionId, await tickAuction(auctionId, db));
    return true;
  } catch (error) {
    // Who only looks sees the run as it was last written down.
    logger.warn({ err: error, auctionId }, "a tick of a run failed");
    return false;
  }
}

/** The latest public lines, newest first. */
async function listLines(db: DbOrTx, auctionId: string): Promise<AuctionLine[]> {
  const rows = await db.auctionEvent.findMany({
    where: { auctionId, kind: { in: [...PUBLIC_EVENT_KINDS] } },
    orderBy: { sequence: "desc" },
    take: LINES,
    select: { sequence: true, atMicros: true, content: true },
  });
  return rows.map(({ sequence, atMicros, content }) => {
    const event = { sequence, atMicros: Number(atMicros), ...(content as object) } as AuctionEvent;
    return event as AuctionLine;
  });
}
