import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listOperatorIds } from "~/domain/notifications/recipients-queries.server";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import { addMonths } from "~/domain/shared/working-days";
import type { Db, DbOrTx } from "~/platform/db.server";
import {
  findLastSecondPairs,
  findLowPrices,
  findPriceJumps,
  findSingleStepPairs,
} from "./bid-pattern-rules";
import { dedupeKeyOf, type Finding, FLAG_RULES_VERSION, type TradeCaseFacts } from "./flag-rules";
import { findRelatedParties } from "./related-party-rules";
import { findRotation } from "./rotation-rules";
import { findSharedContacts } from "./shared-contact-rules";
import type { TradeCaseRef } from "./trade-case-rules";
import { getTradeFacts } from "./trade-facts-queries.server";
import { listPastTrades, listWatchedRuns } from "./trade-history-queries.server";

/**
 * Looks at a case with the rules of flags and keeps what they find for a person; nothing is decided.
 * The same finding about the same case is kept once, also when two look at the same time.
 * @returns how many new flags there are
 */
export async function watchTrade(ref: TradeCaseRef, actor: Actor, db: Db): Promise<number> {
  assertCan(actor, "trade.watch");
  const facts = await getTradeFacts(db, ref);
  if (!facts) return 0;
  const findings = [
    ...findRelatedParties(facts.parties),
    ...findSharedContacts(facts.parties),
    ...(await patternsOf(db, facts)),
  ];
  if (findings.length === 0) return 0;
  return inTransaction(db, async (tx) => {
    const made = await tx.tradeFlag.createMany({
      data: findings.map((one) => ({
        id: newId(),
        kind: one.kind,
        caseType: ref.caseType,
        caseId: ref.caseId,
        organisationIds: one.organisationIds,
        evidence: one.evidence,
        rulesVersion: FLAG_RULES_VERSION,
        dedupeKey: dedupeKeyOf(one, ref),
        createdAt: clock.now(),
      })),
      skipDuplicates: true,
    });
    if (made.count > 0) {
      await notify(tx, {
        userIds: await listOperatorIds(tx),
        kind: "tradeFlagFound",
        params: { count: made.count },
        href: "/office/oversight",
      });
    }
    return made.count;
  });
}

async function patternsOf(db: DbOrTx, facts: TradeCaseFacts): Promise<Finding[]> {
  const now = clock.now();
  const number = (key: string) => getPolicyNumber(db, `market.trade.${key}`, now);
  const months = await number("rotation_months");
  const since = dateColumn(addMonths(calendarDate(now), -months));
  const participants = facts.parties.filter((one) => !one.isOwner).map((one) => one.organisationId);
  const found: Finding[] = [];
  if (facts.caseType !== "CHALLENGE" && participants.length >= 2) {
    const history = await listPastTrades(db, participants, since);
    found.push(...findRotation(participants, history, await number("rotation_minimum")));
  }
  if (facts.caseType === "LOT") {
    const runs = await listWatchedRuns(db, facts.caseId, since);
    const limits = {
      seconds: await number("last_second_seconds"),
      repeats: await number("last_second_repeats"),
    };
    found.push(...findLastSecondPairs(runs, limits));
    const [run] = runs;
    if (run) {
      const abnormalBp = await getPolicyNumber(db, "market.bidding.abnormal_bp", now);
      found.push(...findPriceJumps(run, abnormalBp));
      found.push(...findSingleStepPairs(run, await number("single_step_run")));
    }
  }
  if (facts.caseType === "TENDER") {
    const bids = await db.tenderBid.findMany({
      where: { tenderId: facts.caseId, priceFen: { not: null }, state: { not: "INVALID" } },
      select: { id: true, organisationId: true, priceFen: true },
    });
    const priced = bids.flatMap((bid) =>
      bid.priceFen === null ? [] : [{ ...bid, priceFen: bid.priceFen }],
    );
    found.push(...findLowPrices(priced, await number("low_price_bp")));
  }
  return found;
}
