import { systemActor } from "~/domain/identity/actor";
import { advance, advanceMany } from "~/domain/shared/procedure/advance.server";
import type { Tx } from "~/platform/db.server";
import { openBid } from "./open-bid.server";
import { abnormallyLow } from "./scoring-rules";
import { tenderBidConduct } from "./tender-bid-conduct.server";
import type { TenderBidContent } from "./tender-bid-schema";
import type { TenderRow } from "./tender-rows.server";
import { readCriteria, readRules, type TenderCriterion } from "./tender-schema";

const market = systemActor("tenders");
/** Bids whose texts are held in memory at a time. */
const BATCH = 50;

type Opened = { id: string; content: TenderBidContent } | { id: string; reason: string };

/**
 * Opens every standing bid with the shares that are there, inside the move of the tender: contents
 * and prices stand in the database with the opening or not at all. A bid that cannot be opened, or
 * whose content is not a bid, is invalid and says why.
 */
export async function openSealedBids(tx: Tx, tender: TenderRow, now: Date): Promise<void> {
  const ids = tender.bids.filter((one) => one.state === "SUBMITTED").map((one) => one.id);
  const criteria = readCriteria(tender.criteria);
  const rules = readRules(tender.rules);
  const ceiling = rules.budgetIsCeiling ? tender.budgetFen : null;
  const prices: { id: string; priceFen: bigint }[] = [];
  for (let at = 0; at < ids.length; at += BATCH) {
    const rows = await tx.tenderBid.findMany({
      where: { id: { in: ids.slice(at, at + BATCH) } },
      orderBy: { id: "asc" },
      select: { id: true, envelope: true, shares: { select: { share: true } } },
    });
    const results = await Promise.all(rows.map((row) => openOne(row, criteria, ceiling)));
    const opened = results.filter((one) => "content" in one);
    await writeContents(tx, opened, now);
    prices.push(...opened.map(({ id, content }) => ({ id, priceFen: BigInt(content.priceFen) })));
    for (const one of results) {
      if (!("reason" in one)) continue;
      await advance(tx, tenderBidConduct, one.id, "invalidate", market, { note: one.reason });
      const data = { invalidReason: one.reason, openedAt: now };
      await tx.tenderBid.update({ where: { id: one.id }, data });
    }
  }
  const low = abnormallyLow(prices, rules.abnormalBp);
  await advanceMany(tx, tenderBidConduct, low, "askPrice", market);
}

async function openOne(
  row: { id: string; envelope: unknown; shares: { share: string }[] },
  criteria: readonly TenderCriterion[],
  ceiling: bigint | null,
): Promise<Opened> {
  const { id } = row;
  const opened = await openBid(row, ceiling);
  if ("reason" in opened) return { id, ...opened };
  const answered = new Set(opened.content.answers.map((one) => one.criterionId));
  const asked = criteria.filter((one) => one.kind === "SCORE");
  if (asked.some((one) => !answered.has(one.id))) return { id, reason: "answer_missing" };
  return { id, ...opened };
}

/** State first: a trigger keeps contents out of bids that are still sealed. */
async function writeContents(
  tx: Tx,
  opened: readonly { id: string; content: TenderBidContent }[],
  now: Date,
): Promise<void> {
  if (opened.length === 0) return;
  const ids = opened.map((one) => one.id);
  await advanceMany(tx, tenderBidConduct, ids, "open", market);
  const contents = opened.map((one) => JSON.stringify(one.content));
  const prices = opened.map((one) => one.content.priceFen);
  await tx.$executeRaw`
    UPDATE "TenderBid" AS bid
    SET content = made.content::jsonb, "priceFen" = made.price::bigint, "openedAt" = ${now}
    FROM unnest(${ids}::text[], ${contents}::text[], ${prices}::text[]) AS made (id, content, price)
    WHERE bid.id = made.id::uuid`;
}
