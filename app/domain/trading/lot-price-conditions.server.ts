import { DomainError } from "~/domain/shared/domain-error";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { depositBounds, isReserveSound, lowestRerunPrice } from "./lot-facts-rules";
import type { LotCondition } from "./lot-procedure";
import type { LotRow } from "./lot-rows.server";
import { readLotTerms } from "./lot-terms-schema";
import { makeAuctionRules } from "./make-auction-rules.server";
import { openReserve } from "./open-reserve.server";

type Check = (context: MoveContext<LotRow>) => ConditionResult | Promise<ConditionResult>;

const priceSound: Check = async ({ tx, subject, now }) => {
  const start = subject.startPriceFen ?? 0n;
  const step = subject.stepFen ?? 0n;
  if (start > 0n && step > 0n) {
    try {
      await makeAuctionRules(tx, subject, now);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return conditionOf(false, {
        inputs: { mode: subject.mode, startPriceFen: start.toString() },
        formula: "the figures make a run; a falling price stays above zero",
        source: "market rule",
        code: error.code,
        field: "maxDrops",
      });
    }
  }
  return conditionOf(start > 0n && step > 0n && step <= start, {
    inputs: { startPriceFen: start.toString(), stepFen: step.toString() },
    formula: "0 < step <= start price",
    source: "exchange rules: bids rise by whole multiples of an announced step",
    code: "lot_step_unsound",
    field: "step",
  });
};

const depositInRange: Check = async ({ tx, subject, now }) => {
  const start = subject.startPriceFen ?? 0n;
  const deposit = subject.depositFen ?? 0n;
  const { minFen, maxFen } = depositBounds(
    start,
    await getPolicyNumber(tx, "market.lot.deposit_min_bp", now),
    await getPolicyNumber(tx, "market.lot.deposit_max_bp", now),
  );
  const isSound = subject.isTraining ? deposit === 0n : deposit >= minFen && deposit <= maxFen;
  return conditionOf(isSound, {
    inputs: {
      depositFen: deposit.toString(),
      minFen: minFen.toString(),
      maxFen: maxFen.toString(),
      isTraining: subject.isTraining,
    },
    formula: "min <= deposit <= max of the start price; of a training run 0: it moves no money",
    source: "judicial online auction rule 2016: 5–20 %; market parameters",
    code: subject.isTraining ? "lot_deposit_training" : "lot_deposit_range",
    field: "deposit",
  });
};

/** The amount never stands in the evidence: whether it is sound, and nothing else. */
const reserveSound: Check = async ({ tx, subject }) => {
  const own = await tx.lot.findUniqueOrThrow({
    where: { id: subject.id },
    select: { reserveFen: true },
  });
  const isSecret = subject.reserveHash !== null && !subject.reserveIsPublic;
  const secret = isSecret ? await openReserve(tx, subject.id) : null;
  const amount = isSecret ? (secret?.amountFen ?? null) : own.reserveFen;
  const isSound =
    amount === null ? !isSecret : isReserveSound(subject.mode, subject.startPriceFen ?? 0n, amount);
  return conditionOf(isSound, {
    inputs: { kind: isSecret ? "SECRET" : subject.reserveIsPublic ? "PUBLIC" : "NONE" },
    formula:
      subject.mode === "DESCENDING"
        ? "no reserve, or reserve <= start price"
        : "no reserve, or reserve >= start price",
    source: "Auction Law art. 28; market rule",
    code: "lot_reserve_unsound",
    field: "reserve",
  });
};

const periodsLongEnough: Check = async ({ tx, subject, now }) => {
  const { plan } = readLotTerms(subject.conditions);
  const isAuction = subject.auctionHouse !== null;
  const [minimum, auctionDays, hours, extensionsMax] = await Promise.all([
    getPolicyNumber(tx, "market.lot.announcement_workdays", now),
    getPolicyNumber(tx, "market.lot.auction_announcement_days", now),
    getPolicyNumber(tx, "market.bidding.minimum_hours", now),
    getPolicyNumber(tx, "market.lot.extensions_max", now),
  ]);
  const workdays = plan.announcementWorkdays ?? minimum;
  const freeHours = plan.freeHours ?? hours;
  const source = "market parameters; Auction Law art. 45; judicial online auction rule 2016";
  const inputs = { workdays, minimum, auctionDays, isAuction, freeHours, hours };
  const shared = { inputs: { ...inputs, isTraining: subject.isTraining }, source };
  const formula = "announcement, bidding and extensions within the dated limits";
  const refuse = (field: string, code: string) =>
    conditionOf(false, { ...shared, formula, code, field });
  if (plan.extensionsMax > extensionsMax) return refuse("extensionsMax", "lot_extensions_max");
  if (!subject.isTraining) {
    // A working day is a calendar day at least: so many of them are long enough for an auction.
    if (workdays < Math.max(minimum, isAuction ? auctionDays : 0)) {
      return refuse("announcementWorkdays", "lot_announcement_short");
    }
    if (subject.mode === "ASCENDING" && freeHours < hours) {
      return refuse("freeHours", "lot_bidding_short");
    }
    if (plan.timeFactor !== 1) return refuse("timeFactor", "lot_factor_training_only");
  }
  return conditionOf(true, { ...shared, formula });
};

const rerunDiscount: Check = async ({ tx, subject, now }) => {
  const source = "judicial online auction rule 2016: at most 20 % lower";
  if (!subject.earlierLotId) {
    return conditionOf(true, { inputs: { isRerun: false }, formula: "no re-run", source });
  }
  const earlier = await tx.lot.findUniqueOrThrow({
    where: { id: subject.earlierLotId },
    select: { startPriceFen: true, state: true, organisationId: true },
  });
  const lowest = lowestRerunPrice(
    earlier.startPriceFen ?? 0n,
    await getPolicyNumber(tx, "market.lot.rerun_discount_max_bp", now),
  );
  const isSound =
    earlier.organisationId === subject.organisationId && (subject.startPriceFen ?? 0n) >= lowest;
  return conditionOf(isSound, {
    inputs: {
      earlierState: earlier.state,
      lowestFen: lowest.toString(),
      startPriceFen: (subject.startPriceFen ?? 0n).toString(),
    },
    formula: "start price >= earlier start price less the largest discount",
    source,
    code: "lot_rerun_discount",
    field: "startPrice",
  });
};

/** Conditions on price and periods, before a lot is announced. */
export const lotPriceConditions = {
  "price-sound": priceSound,
  "deposit-in-range": depositInRange,
  "reserve-sound": reserveSound,
  "periods-long-enough": periodsLongEnough,
  "rerun-discount": rerunDiscount,
} satisfies Partial<Record<LotCondition, Check>>;
