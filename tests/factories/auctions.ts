import { setTimeout as sleep } from "node:timers/promises";
import { canonicalJson } from "~/domain/audit/canonical-json";
import { EXAMPLE_RULES } from "~/domain/bidding/example-auctions";
import { scheduleAuction } from "~/domain/bidding/schedule-auction.server";
import { sha256 } from "~/domain/bidding/sha256.server";
import { tickAuction } from "~/domain/bidding/tick-auction.server";
import { systemActor, type UserActor } from "~/domain/identity/actor";
import { newId } from "~/domain/shared/ids";
import type { AuctionRules } from "~/domain/trading/auction-rules-schema";
import type { Db } from "~/platform/db.server";
import { type LotValues, lotColumns, makeTrader } from "./lots";
import { makeOfficer } from "./people";
import { makeAchievement } from "./published-listings";

type T = { readonly db: Db };

export type TestAuction = {
  auctionId: string;
  lotId: string;
  number: number;
  sellerId: string;
  seller: UserActor;
  operator: UserActor;
  /** In the order of their numbers: bidder n is at n - 1. */
  bidders: {
    number: number;
    organisationId: string;
    actor: UserActor;
    applicationId: string;
    paymentId: string;
  }[];
};

/**
 * A lot in bidding with admitted bidders whose deposits are held, and its run. It is open already unless
 * `startsInMs` says when. Rows are inserted as they would stand after the use cases of lots and payments.
 */
export async function openAuction(
  t: T,
  values: {
    bidders?: number;
    rules?: AuctionRules;
    startsInMs?: number;
    preemptiveRanks?: Record<number, number>;
    reserve?: LotValues["reserve"];
  } = {},
): Promise<TestAuction> {
  const { db } = t;
  const startsInMs = values.startsInMs ?? 0;
  const { organisationId: sellerId, actor: seller } = await makeTrader(db, "UNIVERSITY");
  const operator = await makeOfficer(db, "MARKET_OPERATOR", null);
  const lotId = newId();
  const columns = lotColumns(lotId, { ...(values.reserve ? { reserve: values.reserve } : {}) });
  const given = values.rules ?? EXAMPLE_RULES.ASCENDING;
  const reserve = columns.reserveHash
    ? { kind: "SECRET" as const, commitment: columns.reserveHash }
    : given.reserve;
  const rules = { ...given, reserve } as AuctionRules;
  const rulesHash = sha256(canonicalJson(rules));
  const [{ now } = { now: new Date() }] = await db.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
  const at = (ms: number) => new Date(now.getTime() + ms);
  const { number } = await db.lot.create({
    data: {
      ...columns,
      state: "BIDDING",
      organisationId: sellerId,
      createdById: seller.userId,
      mode: rules.mode,
      startPriceFen: BigInt(rules.startPriceFen),
      stepFen: BigInt(rules.stepFen),
      depositFen: 1000n,
      rules,
      rulesHash,
      announcedAt: at(-86_400_000),
      applicationsEndAt: at(-1000),
      biddingStartsAt: at(0),
    },
    select: { number: true },
  });
  const achievement = await makeAchievement(db, sellerId);
  await db.lotItem.create({ data: { lotId, achievementId: achievement.id } });

  const bidders: Omit<TestAuction["bidders"][number], "number">[] = [];
  for (let index = 0; index < (values.bidders ?? 3); index += 1) {
    const { organisationId, actor } = await makeTrader(db);
    const [paymentId, applicationId] = [newId(), newId()];
    await db.payment.create({
      data: {
        id: paymentId,
        reference: `T${paymentId.slice(-12)}`,
        state: "PAID",
        purpose: "DEPOSIT",
        caseType: "LOT",
        caseId: lotId,
        itemId: applicationId,
        title: "竞价保证金",
        payerOrganisationId: organisationId,
        amountFen: 1000n,
        method: "TRANSFER",
        paidAt: at(-2000),
      },
    });
    await db.lotApplication.create({
      data: {
        id: applicationId,
        lotId,
        organisationId,
        userId: actor.userId,
        state: "ADMITTED",
        rulesHash,
        depositPaymentId: paymentId,
        preemptiveRank: values.preemptiveRanks?.[index + 1] ?? null,
        decidedAt: at(-2000),
      },
    });
    bidders.push({ organisationId, actor, applicationId, paymentId });
  }
  // Counted from here: what came before takes its time on a busy machine.
  await db.$executeRaw`
    UPDATE "Lot" SET "biddingStartsAt" = clock_timestamp() + make_interval(secs => ${startsInMs / 1000})
    WHERE id = ${lotId}::uuid`;
  const auctionId = await scheduleAuction(lotId, systemActor("test"), db);
  if (startsInMs <= 0) await tickAuction(auctionId, db);
  const rows = await db.auctionBidder.findMany({ where: { auctionId } });
  const numberOf = new Map(rows.map((row) => [row.applicationId, row.number]));
  const numbered = bidders
    .map((one) => ({ ...one, number: numberOf.get(one.applicationId) ?? 0 }))
    .sort((a, b) => a.number - b.number);
  return { auctionId, lotId, number, sellerId, seller, operator, bidders: numbered };
}

/** Waits until what is due next on a run is over, and writes it down. @returns whether more is due */
export async function passPhase(t: T, { auctionId }: { auctionId: string }): Promise<boolean> {
  const waitMs = await tickAuction(auctionId, t.db);
  if (waitMs === null) return false;
  await sleep(waitMs + 1);
  return (await tickAuction(auctionId, t.db)) !== null;
}

/** Waits until a run is over. */
export async function finishAuction(t: T, auction: { auctionId: string }): Promise<void> {
  while (await passPhase(t, auction));
}

let keys = 0;

/** A key as a page makes it for each attempt. */
export function clientKey(): string {
  keys += 1;
  return `key-${process.pid}-${keys}`;
}
