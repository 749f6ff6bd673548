import path from "node:path";
import type { UserActor } from "~/domain/identity/actor";
import { systemActor } from "~/domain/identity/actor";
import { assertFound } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import { applyForLot } from "~/domain/trading/apply-for-lot.server";
import { decideLotApplication } from "~/domain/trading/decide-lot-application.server";
import { fireLotDue } from "~/domain/trading/fire-lot-due.server";
import { lotConduct } from "~/domain/trading/lot-conduct.server";
import { createDb, type Db } from "~/platform/db.server";
import { applicationForm, lotInCheck, type TestLot } from "../../factories/lots";
import { payByTransfer } from "../../factories/payments";
import { actorOf } from "../../factories/people";
import { makeAchievement } from "../../factories/published-listings";

/** Dated parameters of a run that a test can sit through, by their keys. */
const SHORT: Record<string, number> = {
  "market.bidding.minimum_hours": 18 / 3600,
  "market.bidding.soft_close_seconds": 18,
  "market.bidding.extension_seconds": 18,
};

export type Sale = TestLot & { title: string };

/** The database of the market under test; use cases in this process see what its own see. */
export function openMarket(): Db {
  process.loadEnvFile(path.join(process.env.E2E_DATA_DIR ?? "", "services.env"));
  return createDb(process.env.DATABASE_URL ?? "", 4);
}

/** A person of the demonstration. */
export async function personOf(db: Db, email: string): Promise<UserActor> {
  const user = await db.user.findUnique({ where: { email }, select: { id: true } });
  return actorOf(db, assertFound(user).id);
}

/**
 * A lot with a deposit on sale in increasing bids, announced under parameters that are short inside
 * this transaction and for nobody else. Its rules are frozen as any lot's are.
 */
export async function announceShortSale(db: Db, title: string, seller: UserActor): Promise<Sale> {
  const organisationId = assertFound(seller.organisationId);
  const { id: achievementId } = await makeAchievement(db, organisationId, { title });
  const lot = await lotInCheck(
    { db },
    { seller: { organisationId, actor: seller }, achievementIds: [achievementId] },
  );
  await db.lot.update({ where: { id: lot.id }, data: { title } });
  await inTransaction(db, async (tx) => {
    const where = { key: { in: Object.keys(SHORT) } };
    const parameters = await tx.policyParameter.findMany({ where });
    for (const { id, key } of parameters) {
      await tx.policyParameter.update({ where: { id }, data: { value: SHORT[key] ?? 0 } });
    }
    await advance(tx, lotConduct, lot.id, "announce", lot.operator);
    for (const { id, value } of parameters) {
      await tx.policyParameter.update({ where: { id }, data: { value: value ?? 0 } });
    }
  });
  const { rulesHash } = await db.lot.findUniqueOrThrow({ where: { id: lot.id } });
  return { ...lot, title, rulesHash: rulesHash ?? "" };
}

/** A bidder who applies, is found qualified and pays by transfer, without a browser. */
export async function admitByTransfer(db: Db, sale: Sale, bidder: UserActor): Promise<void> {
  const organisationId = assertFound(bidder.organisationId);
  const { id } = await applyForLot(applicationForm(sale, organisationId), bidder, db);
  await decideLotApplication({ applicationId: id, decision: "qualify" }, sale.operator, db);
  const { depositPaymentId } = await db.lotApplication.findUniqueOrThrow({ where: { id } });
  await payByTransfer({ db }, assertFound(depositPaymentId));
}

/** How many bidders are admitted: the queue admits them after their payments. */
export function countAdmitted(db: Db, sale: Sale): Promise<number> {
  return db.lotApplication.count({ where: { lotId: sale.id, state: "ADMITTED" } });
}

/** Brings the announced instants near: applications end now, bidding begins in a moment. */
export async function beginSoon(db: Db, sale: Sale, seconds: number): Promise<void> {
  const now = Date.now();
  await db.lot.update({
    where: { id: sale.id },
    data: {
      announcedAt: new Date(now - 60_000),
      applicationsEndAt: new Date(now - 1000),
      biddingStartsAt: new Date(now + seconds * 1000),
    },
  });
  await fireLotDue(sale.id, systemActor("trading.lotDue"), db);
}
