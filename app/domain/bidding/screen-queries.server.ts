import { PUBLIC_LOT_STATES } from "~/domain/trading/lot-procedure";
import type { DbOrTx } from "~/platform/db.server";
import type { AuctionEvent } from "./auction-event";
import { type AuctionLine, PUBLIC_EVENT_KINDS } from "./auction-view";

/** A lot as the live page needs it before there is anything to show. */
export type LiveLot = {
  number: number;
  title: string;
  biddingStartsAt: Date | null;
  /** Its latest run; null while none has been made. */
  auctionId: string | null;
};

/** A public lot with its latest run, or null. */
export async function findLiveLot(db: DbOrTx, number: number): Promise<LiveLot | null> {
  if (!Number.isSafeInteger(number) || number < 1 || number > 2 ** 31 - 1) return null;
  const lot = await db.lot.findFirst({
    where: { number, state: { in: [...PUBLIC_LOT_STATES] }, announcedAt: { not: null } },
    select: {
      number: true,
      title: true,
      biddingStartsAt: true,
      auctions: { orderBy: { run: "desc" }, take: 1, select: { id: true } },
    },
  });
  if (!lot) return null;
  const { auctions, ...rest } = lot;
  return { ...rest, auctionId: auctions[0]?.id ?? null };
}

/** Lines of the public record before a number, newest first, and whether there are more. */
export async function listOlderLines(
  db: DbOrTx,
  auctionId: string,
  before: number,
  take: number,
): Promise<{ lines: AuctionLine[]; hasMore: boolean }> {
  const rows = await db.auctionEvent.findMany({
    where: { auctionId, sequence: { lt: before }, kind: { in: [...PUBLIC_EVENT_KINDS] } },
    orderBy: { sequence: "desc" },
    take: take + 1,
    select: { sequence: true, atMicros: true, content: true },
  });
  const lines = rows.slice(0, take).map((row) => eventOf(row) as AuctionLine);
  return { lines, hasMore: rows.length > take };
}

/** Everything in the record of a run, newest first; secret amounts are in it as commitments only. */
export async function listEvents(
  db: DbOrTx,
  auctionId: string,
  { skip, take }: { skip: number; take: number },
): Promise<{ events: AuctionEvent[]; total: number }> {
  const [rows, total] = await Promise.all([
    db.auctionEvent.findMany({
      where: { auctionId },
      orderBy: { sequence: "desc" },
      skip,
      take,
      select: { sequence: true, atMicros: true, content: true },
    }),
    db.auctionEvent.count({ where: { auctionId } }),
  ]);
  return { events: rows.map(eventOf), total };
}

/** Whether a bidder has made a bid that everybody saw. */
export async function hasBid(db: DbOrTx, auctionId: string, bidder: number): Promise<boolean> {
  const where = { auctionId, bidderNumber: bidder, kind: "BID" };
  return (await db.auctionEvent.findFirst({ where, select: { sequence: true } })) !== null;
}

/** Events are stored as they are hashed; `recordCourse` wrote them. */
function eventOf(row: { sequence: number; atMicros: bigint; content: unknown }): AuctionEvent {
  const { sequence, atMicros, content } = row;
  return { ...(content as object), sequence, atMicros: Number(atMicros) } as AuctionEvent;
}
