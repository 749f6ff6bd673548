import { findBan } from "~/domain/oversight/ban-queries.server";
import { calendarDate } from "~/domain/shared/clock";
import { isId } from "~/domain/shared/ids";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { familyOf, SUB_KINDS } from "~/domain/shared/tech-contract";
import type { Tx } from "~/platform/db.server";
import { checkLotRights, needsConsentFile } from "./lot-check-rules";
import { readLotChecks } from "./lot-checks-schema";
import { isGovernmentUnit } from "./lot-facts-rules";
import { type LotCondition, RUNNING_LOT_STATES } from "./lot-procedure";
import type { LotRow } from "./lot-rows.server";
import { readLotTerms } from "./lot-terms-schema";

type Check = (context: MoveContext<LotRow>) => ConditionResult | Promise<ConditionResult>;

const organisationVerified: Check = ({ subject }) => {
  const { state } = subject.organisation;
  return conditionOf(state === "VERIFIED" || state === "RECHECK", {
    inputs: { state },
    formula: "state is VERIFIED or RECHECK",
    source: "E-Commerce Law art. 27",
    code: "organisation_not_verified",
  });
};

const sellerMayTrade: Check = async ({ tx, subject }) => {
  const ban = await findBan(tx, subject.organisationId);
  return conditionOf(ban === null, {
    inputs: { ban: ban?.id ?? null },
    formula: "no ban from trading runs",
    source: "market rule: strikes and bans",
    code: "lot_seller_banned",
  });
};

const itemsOwnAndPublished: Check = ({ subject }) => {
  const items = subject.items.map(({ achievement }) => achievement);
  const isSound =
    items.length > 0 &&
    items.every(
      (one) =>
        one.organisationId === subject.organisationId &&
        one.state === "PUBLISHED" &&
        !one.isBlinded,
    );
  return conditionOf(isSound, {
    inputs: {
      states: items.map((one) => one.state),
      blinded: items.filter((one) => one.isBlinded).length,
    },
    formula: "at least one; each belongs to the seller, is published and names its owner",
    source: "E-Commerce Law art. 38; rules of technology exchanges: clear title",
    code: "lot_items_not_published",
    field: "achievementIds",
  });
};

/** Licences after which the owner has nothing of the kind left to give. */
const WHOLE_LICENCES: readonly (string | null)[] = ["EXCLUSIVE", "SOLE"];

/** Numbers of the lots that have sold one of the achievements, or its exclusive or sole use, by contract. */
async function findSoldWhole(tx: Tx, id: string, achievementIds: string[]): Promise<number[]> {
  const lots = await tx.lot.findMany({
    where: {
      id: { not: id },
      state: { in: ["CONTRACTED", "CLOSED"] },
      isTraining: false,
      items: { some: { achievementId: { in: achievementIds } } },
    },
    select: { number: true, categoryCode: true, conditions: true },
  });
  return lots
    .filter(({ categoryCode, conditions }) => {
      const family = SUB_KINDS.some((one) => one === categoryCode) ? familyOf(categoryCode) : null;
      const { licenceKind } = readLotTerms(conditions).sale;
      return (
        family === "TRANSFER" || (family === "LICENCE" && WHOLE_LICENCES.includes(licenceKind))
      );
    })
    .map((one) => one.number);
}

/**
 * Two lots with the same achievement at once: both wait for the achievement's row, and the second
 * then sees the first one's state.
 */
const itemsFree: Check = async ({ tx, subject }) => {
  const ids = subject.items.map((one) => one.achievementId).sort();
  await tx.$queryRaw`
    SELECT id FROM "Achievement" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const others = await tx.lot.findMany({
    where: {
      id: { not: subject.id },
      state: { in: [...RUNNING_LOT_STATES] },
      // A training run sells nothing: it neither takes an achievement nor waits for one.
      isTraining: subject.isTraining,
      items: { some: { achievementId: { in: ids } } },
    },
    select: { number: true },
  });
  const sold = subject.isTraining ? [] : await findSoldWhole(tx, subject.id, ids);
  return conditionOf(others.length === 0 && sold.length === 0, {
    inputs: { runningLots: others.map((one) => one.number), soldBy: sold },
    formula: "no other running lot holds one of the achievements, none was sold whole before",
    source: "market rule: one running lot per achievement; what is sold is not sold again",
    code: others.length > 0 ? "lot_items_taken" : "lot_items_sold",
    field: "achievementIds",
  });
};

const complete: Check = ({ subject }) => {
  const missing = [
    ["title", subject.title],
    ["description", subject.description],
    ["categoryCode", subject.categoryCode],
    ["startPrice", subject.startPriceFen],
    ["step", subject.stepFen],
    ["deposit", subject.depositFen],
    ["priceBasis", subject.priceBasis],
  ].flatMap(([field, value]) => (value === null || value === "" ? [String(field)] : []));
  return conditionOf(missing.length === 0, {
    inputs: { missing },
    formula: "nothing is missing",
    source: "market rule: contents of an announcement",
    code: "lot_incomplete",
    ...(missing[0] ? { field: missing[0] } : {}),
  });
};

/** What the checks of the right holder look at. */
export function soldRight(subject: LotRow, now: Date) {
  const { sale } = readLotTerms(subject.conditions);
  return {
    categoryCode: subject.categoryCode,
    licenceKind: sale.licenceKind,
    licenceYears: sale.licenceYears,
    today: calendarDate(now),
    rightsExpireOn: subject.items.flatMap(({ achievement }) =>
      achievement.ipRights.map((right) => right.expiresOn?.toISOString().slice(0, 10) ?? null),
    ),
  };
}

const rightHolderClear: Check = ({ subject, now }) => {
  const { answers } = readLotChecks(subject.checks);
  const source = "Patent Law arts. 10, 14, 50–52; Civil Code arts. 444, 847, 865; JI art. 24";
  if (!answers) {
    return conditionOf(false, {
      inputs: { answered: false },
      formula: "the right holder has answered",
      source,
      code: "lot_checks_missing",
      field: "coOwners",
    });
  }
  const results = checkLotRights(answers, soldRight(subject, now));
  const blocking = results.filter((one) => one.isBlocking);
  const open = results.filter((one) => one.answer === "PERSON_DECIDES");
  const rest = {
    inputs: {
      blocking: blocking.map((one) => `${one.id}:${one.reason}`),
      forAPerson: open.map((one) => `${one.id}:${one.reason}`),
    },
    formula: "no answer bars the sale",
    source,
  };
  if (blocking[0]) {
    return { ...rest, answer: "NOT_MET", code: "lot_right_barred", field: blocking[0].id };
  }
  return { ...rest, answer: open.length > 0 ? "PERSON_DECIDES" : "MET" };
};

const hasFile = (subject: LotRow, purpose: string) =>
  subject.files.some((file) => file.purpose === purpose);

const consentsOnFile: Check = ({ subject }) => {
  const { answers } = readLotChecks(subject.checks);
  const isNeeded = answers !== null && needsConsentFile(answers);
  const files = subject.files.filter((file) => file.purpose === "CONSENT").length;
  return conditionOf(!isNeeded || files > 0, {
    inputs: { isNeeded, files },
    formula: "where co-owners or pledgees have consented, their consent is on file",
    source: "Patent Law art. 14; Civil Code art. 444",
    code: "lot_consent_missing",
    field: "file",
  });
};

const decisionOnFile: Check = async ({ tx, subject }) => {
  const unit = await tx.organisation.findUniqueOrThrow({
    where: { id: subject.organisationId },
    select: { kind: true, natureCode: true },
  });
  const isGovernmentRun = isGovernmentUnit(unit.kind, unit.natureCode);
  const isThere = hasFile(subject, "DECISION");
  return conditionOf(!isGovernmentRun || subject.isTraining || isThere, {
    inputs: { isGovernmentRun, isThere, isTraining: subject.isTraining },
    formula: "the unit's own decision is on file",
    source: "促进科技成果转化法 art. 18; diligence of leaders (山东条例 art. 14-2)",
    code: "lot_decision_missing",
    field: "file",
  });
};

/** 拍卖 is for licensed houses (Auction Law arts. 10–14); without one the word is not used. */
const auctionLicensed: Check = ({ subject }) => {
  const isAuction = subject.auctionHouse !== null;
  const isWhole =
    Boolean(subject.auctionLicence?.trim()) &&
    Boolean(subject.auctioneer?.trim()) &&
    isId(subject.auctionLicenceFileId) &&
    !subject.isTraining;
  return conditionOf(!isAuction || isWhole, {
    inputs: { isAuction, hasLicence: subject.auctionLicenceFileId !== null },
    formula: "no house, or house, licence number, auctioneer and licence file",
    source: "Auction Law arts. 10–14, 60",
    code: "lot_auction_licence",
    field: "auctionHouse",
  });
};

/** Conditions on who sells what, before a lot is announced. */
export const lotSaleConditions = {
  "organisation-verified": organisationVerified,
  "seller-may-trade": sellerMayTrade,
  "items-own-and-published": itemsOwnAndPublished,
  "items-free": itemsFree,
  complete,
  "right-holder-clear": rightHolderClear,
  "consents-on-file": consentsOnFile,
  "decision-on-file": decisionOnFile,
  "auction-licensed": auctionLicensed,
} satisfies Partial<Record<LotCondition, Check>>;
