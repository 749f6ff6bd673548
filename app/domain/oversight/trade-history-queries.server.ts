import { z } from "zod";
import type { Prisma } from "#prisma/client/client";
import type { DbOrTx } from "~/platform/db.server";
import type { WatchedBid, WatchedRun } from "./bid-pattern-rules";
import type { PastTrade } from "./rotation-rules";

const MOST_TRADES = 500;
const MOST_RUNS = 20;

/** Trades with a winner since an instant in which at least two of the organisations took part. */
export async function listPastTrades(
  db: DbOrTx,
  organisationIds: readonly string[],
  since: Date,
): Promise<PastTrade[]> {
  const some = { some: { organisationId: { in: [...organisationIds] } } };
  const [lots, tenders] = await Promise.all([
    db.lot.findMany({
      where: {
        isTraining: false,
        winnerApplicationId: { not: null },
        biddingStartsAt: { gte: since },
        applications: some,
      },
      orderBy: { biddingStartsAt: "desc" },
      take: MOST_TRADES,
      select: {
        id: true,
        title: true,
        biddingStartsAt: true,
        winnerApplicationId: true,
        applications: {
          where: { state: "ADMITTED" },
          select: { id: true, organisationId: true },
        },
      },
    }),
    db.tender.findMany({
      where: { awardedBidId: { not: null }, awardedAt: { gte: since }, bids: some },
      orderBy: { awardedAt: "desc" },
      take: MOST_TRADES,
      select: {
        id: true,
        title: true,
        awardedAt: true,
        awardedBidId: true,
        bids: {
          where: { state: { notIn: ["WITHDRAWN", "UNCONFIRMED"] } },
          select: { id: true, organisationId: true },
        },
      },
    }),
  ]);
  const tradeOf = (
    table: PastTrade["table"],
    one: { id: string; title: string },
    endedAt: Date | null,
    parts: { id: string; organisationId: string }[],
    winner: string | null,
  ): PastTrade[] => {
    const winnerId = parts.find((part) => part.id === winner)?.organisationId;
    if (!winnerId || !endedAt) return [];
    const participantIds = parts.map((part) => part.organisationId);
    return [{ table, id: one.id, title: one.title, endedAt, participantIds, winnerId }];
  };
  return [
    ...lots.flatMap((one) =>
      tradeOf("Lot", one, one.biddingStartsAt, one.applications, one.winnerApplicationId),
    ),
    ...tenders.flatMap((one) => tradeOf("Tender", one, one.awardedAt, one.bids, one.awardedBidId)),
  ].filter((one) => one.participantIds.filter((id) => organisationIds.includes(id)).length >= 2);
}

const phaseSchema = z.object({
  phase: z.object({ name: z.string(), endsAtMicros: z.coerce.number() }),
});
const extendedSchema = z.object({ toMicros: z.coerce.number() });
/** Phases that end for everybody at once; turns and falling prices have no last second. */
const COMMON_ENDS = ["FREE", "TIMED"];

type EventRow = {
  sequence: number;
  atMicros: bigint;
  kind: string;
  bidderNumber: number | null;
  amountFen: bigint | null;
  content: unknown;
};

function bidsOf(
  events: readonly EventRow[],
  organisationOf: ReadonlyMap<number, string>,
): WatchedBid[] {
  let endsAt: number | null = null;
  const bids: WatchedBid[] = [];
  for (const event of events) {
    if (event.kind === "PHASE") {
      const read = phaseSchema.safeParse(event.content);
      const isCommon = read.success && COMMON_ENDS.includes(read.data.phase.name);
      endsAt = isCommon ? read.data.phase.endsAtMicros : null;
    }
    if (event.kind === "EXTENDED") {
      const read = extendedSchema.safeParse(event.content);
      if (read.success) endsAt = read.data.toMicros;
    }
    if (event.kind !== "BID" || event.bidderNumber === null || event.amountFen === null) continue;
    const organisationId = organisationOf.get(event.bidderNumber);
    if (!organisationId) continue;
    const leftMs = endsAt === null ? null : (endsAt - Number(event.atMicros)) / 1000;
    bids.push({
      sequence: event.sequence,
      organisationId,
      amountFen: event.amountFen,
      leftMs: leftMs !== null && leftMs >= 0 ? leftMs : null,
    });
  }
  return bids;
}

/** Finished runs of bidding on a lot and those in which two of its bidders met before, newest first. */
export async function listWatchedRuns(
  db: DbOrTx,
  lotId: string,
  since: Date,
): Promise<WatchedRun[]> {
  const select = {
    id: true,
    lot: { select: { startPriceFen: true, stepFen: true } },
    bidders: { select: { number: true, organisationId: true } },
    events: {
      where: { kind: { in: ["PHASE", "EXTENDED", "BID"] } },
      orderBy: { sequence: "asc" },
      select: {
        sequence: true,
        atMicros: true,
        kind: true,
        bidderNumber: true,
        amountFen: true,
        content: true,
      },
    },
  } satisfies Prisma.AuctionSelect;
  const current = await db.auction.findFirst({
    where: { lotId, state: "ENDED" },
    orderBy: { run: "desc" },
    select,
  });
  if (!current) return [];
  const ids = current.bidders.map((one) => one.organisationId);
  const earlier = await db.auction.findMany({
    where: {
      id: { not: current.id },
      state: "ENDED",
      endedAt: { gte: since },
      lot: { isTraining: false },
      bidders: { some: { organisationId: { in: ids } } },
    },
    orderBy: { endedAt: "desc" },
    take: MOST_RUNS,
    select,
  });
  return [current, ...earlier].map((run) => ({
    auctionId: run.id,
    startPriceFen: run.lot.startPriceFen ?? 0n,
    stepFen: run.lot.stepFen ?? 0n,
    bids: bidsOf(run.events, new Map(run.bidders.map((one) => [one.number, one.organisationId]))),
  }));
}
