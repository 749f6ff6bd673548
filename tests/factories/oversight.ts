import type { UserActor } from "~/domain/identity/actor";
import { giveStrike } from "~/domain/oversight/give-strike.server";
import type { StrikeKind } from "~/domain/oversight/strike-rules";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Db } from "~/platform/db.server";
import { lotColumns, makeTrader } from "./lots";

export type Trader = { organisationId: string; actor: UserActor };

const DAY_MS = 86_400_000;
const HASH = "a".repeat(64);

type SaleValues = {
  seller?: Trader;
  buyers: readonly Trader[];
  /** Place among the buyers of who won; none: the case has no winner yet. */
  winner?: number;
  endedAt?: Date;
  title?: string;
  phones?: readonly string[];
  /** What the buyers declare about themselves and the seller. */
  related?: readonly string[];
  isTraining?: boolean;
};

/** A lot with applications that stands in the market without having gone through its procedure. */
export async function makeSale(db: Db, values: SaleValues) {
  const seller = values.seller ?? (await makeTrader(db, "UNIVERSITY"));
  const id = newId();
  const endedAt = values.endedAt ?? clock.now();
  await db.lot.create({
    data: {
      ...lotColumns(id, { isTraining: values.isTraining ?? false }),
      title: values.title ?? "测试标的",
      organisationId: seller.organisationId,
      createdById: seller.actor.userId,
      announcedAt: new Date(endedAt.getTime() - 20 * DAY_MS),
      applicationsEndAt: new Date(endedAt.getTime() - 2 * DAY_MS),
      biddingStartsAt: endedAt,
      rulesHash: HASH,
    },
  });
  const applicationIds: string[] = [];
  for (const [at, buyer] of values.buyers.entries()) {
    const applicationId = newId();
    applicationIds.push(applicationId);
    await db.lotApplication.create({
      data: {
        id: applicationId,
        lotId: id,
        organisationId: buyer.organisationId,
        userId: buyer.actor.userId,
        state: "ADMITTED",
        contactPhone: values.phones?.[at] ?? "",
        isRelated: Boolean(values.related?.[at]),
        relatedNote: values.related?.[at] ?? "",
        rulesHash: HASH,
        decidedAt: endedAt,
      },
    });
  }
  if (values.winner !== undefined) {
    const winnerApplicationId = applicationIds[values.winner] ?? null;
    await db.lot.update({ where: { id }, data: { winnerApplicationId, priceFen: 200_000_00n } });
  }
  const { number } = await db.lot.findUniqueOrThrow({ where: { id }, select: { number: true } });
  return { id, number, seller, applicationIds };
}

/** A finished run of bidding: "place of the buyer, amount in fen, seconds before the announced end". */
export async function makeRun(
  db: Db,
  sale: { id: string; applicationIds: string[] },
  buyers: readonly Trader[],
  bids: readonly (readonly [buyer: number, amountFen: bigint, secondsLeft: number])[],
): Promise<string> {
  const id = newId();
  const endMicros = BigInt(clock.now().getTime()) * 1000n;
  await db.auction.create({
    data: {
      id,
      lotId: sale.id,
      state: "ENDED",
      mode: "ASCENDING",
      rules: {},
      rulesHash: HASH,
      startsAt: new Date(clock.now().getTime() - DAY_MS),
      headHash: HASH,
      endedAt: clock.now(),
    },
  });
  for (const [at, buyer] of buyers.entries()) {
    await db.auctionBidder.create({
      data: {
        id: newId(),
        auctionId: id,
        applicationId: sale.applicationIds[at] ?? "",
        organisationId: buyer.organisationId,
        userId: buyer.actor.userId,
        number: at + 1,
        nonce: "0",
        admittedAt: clock.now(),
      },
    });
  }
  const events = [
    {
      atMicros: endMicros - 3_600_000_000n,
      kind: "PHASE",
      bidderNumber: null,
      amountFen: null,
      content: {
        kind: "PHASE",
        dueAtMicros: Number(endMicros) - 3_600_000_000,
        phase: { name: "TIMED", startsAtMicros: 0, endsAtMicros: Number(endMicros) },
      },
    },
    ...bids.map(([buyer, amountFen, secondsLeft]) => ({
      atMicros: endMicros - BigInt(secondsLeft) * 1_000_000n,
      kind: "BID",
      bidderNumber: buyer + 1,
      amountFen,
      content: { kind: "BID", bidder: buyer + 1, amountFen: amountFen.toString(), way: "OPEN" },
    })),
  ];
  for (const [at, event] of events.entries()) {
    await db.auctionEvent.create({
      data: { auctionId: id, sequence: at + 1, previousHash: HASH, hash: HASH, ...event },
    });
  }
  return id;
}

/** A strike as a procedure gives it. */
export function strike(
  db: Db,
  organisationId: string,
  actor: UserActor | { kind: "SYSTEM"; name: string },
  values: { kind?: StrikeKind; caseId?: string; reason?: string } = {},
): Promise<void> {
  return db.$transaction((tx) =>
    giveStrike(
      tx,
      {
        organisationId,
        kind: values.kind ?? "NOT_SIGNED",
        caseType: "LOT",
        caseId: values.caseId ?? newId(),
        reason: values.reason ?? "成交后未签约",
      },
      actor,
    ),
  );
}

/** An open flag about a lot. */
export async function makeFlag(db: Db, organisationIds: string[], caseId = newId()) {
  const id = newId();
  await db.tradeFlag.create({
    data: {
      id,
      kind: "SHARED_CONTACT",
      caseType: "LOT",
      caseId,
      organisationIds,
      evidence: { reason: "samePhone", values: { value: "5318888" }, rows: [] },
      rulesVersion: "test",
      dedupeKey: id,
      createdAt: clock.now(),
    },
  });
  return id;
}
