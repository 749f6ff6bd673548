import { findBan } from "~/domain/oversight/ban-queries.server";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { TenderRow } from "./tender-rows.server";
import { readCriteria, WHOLE_BP } from "./tender-schema";

type Context = MoveContext<TenderRow>;
const LAW = "招标投标法";
const REGULATIONS = "招标投标法实施条例";
const DAY_MS = 86_400_000;

/** What must be there before the market checks a tender, with the field that it is typed into. */
const NEEDED = {
  title: "title",
  description: "description",
  categoryCode: "categoryCode",
  qualification: "qualification",
  contractTerms: "contractTerms",
  budgetFen: "budget",
  bidsDueAt: "dueDate",
} as const satisfies Partial<Record<keyof TenderRow, string>>;

function complete({ subject }: Context): ConditionResult {
  const missing = Object.entries(NEEDED).filter(([column]) => {
    const value = subject[column as keyof typeof NEEDED];
    return value === null || value === "";
  });
  return conditionOf(missing.length === 0, {
    inputs: { missing: missing.map(([column]) => column) },
    formula: "every announced part is filled in",
    source: `${LAW} art. 19`,
    code: "tender_incomplete",
    ...(missing[0] ? { field: missing[0][1] } : {}),
  });
}

function weights({ subject }: Context): ConditionResult {
  const criteria = readCriteria(subject.criteria);
  const sum = criteria.reduce((all, one) => all + one.weightBp, 0);
  const prices = criteria.filter((one) => one.kind === "PRICE").length;
  const durations = criteria.filter((one) => one.kind === "DURATION").length;
  return conditionOf(sum === WHOLE_BP && prices === 1 && durations <= 1, {
    inputs: { sum, prices, durations },
    formula: "sum = 10000 and prices = 1 and durations <= 1",
    source: `${LAW} arts. 19, 40; ${REGULATIONS} art. 49`,
    code: sum === WHOLE_BP ? "tender_criteria" : "tender_weights",
    field: "criteria",
  });
}

async function bondLimit({ tx, subject, now }: Context): Promise<ConditionResult> {
  const limitBp = await getPolicyNumber(tx, "market.tender.bond_max_bp", now);
  const bond = subject.bondFen ?? 0n;
  const budget = subject.budgetFen ?? 0n;
  return conditionOf(bond * BigInt(WHOLE_BP) <= budget * BigInt(limitBp), {
    inputs: { bondFen: bond.toString(), budgetFen: budget.toString(), limitBp },
    formula: "bond <= budget * limit",
    source: `${REGULATIONS} art. 26`,
    code: "tender_bond_limit",
    field: "bond",
  });
}

async function mayTrade({ tx, subject }: Context): Promise<ConditionResult> {
  const ban = await findBan(tx, subject.organisationId);
  return conditionOf(ban === null, {
    inputs: { bannedUntil: ban?.untilAt.toISOString() ?? null },
    formula: "the buyer is not banned",
    source: "market rule on broken duties",
    code: "tender_buyer_banned",
  });
}

function threeKeys({ subject }: Context): ConditionResult {
  const keys = Object.fromEntries(subject.keyHolders.map((one) => [one.role, one.fingerprint]));
  const registered = Object.values(keys).filter((one) => one !== null).length;
  return conditionOf(registered === 3, {
    // What the buyer confirms by handing in the call.
    inputs: { registered, keys },
    formula: "buyer, market and notary have each registered a public key",
    source: "market rule: bids are sealed to three, two of whom open",
    code: "tender_keys_missing",
  });
}

async function longEnough({ tx, subject, now }: Context): Promise<ConditionResult> {
  const days = await getPolicyNumber(tx, "market.tender.bidding_days", now);
  const earliest = new Date(now.getTime() + days * DAY_MS);
  return conditionOf(subject.bidsDueAt !== null && subject.bidsDueAt >= earliest, {
    inputs: { bidsDueAt: subject.bidsDueAt?.toISOString() ?? null, days },
    formula: "bidsDueAt >= now + days",
    source: `${LAW} art. 24`,
    code: "tender_too_short",
    field: "dueDate",
  });
}

const cameFrom =
  (state: string) =>
  ({ subject }: Context): ConditionResult =>
    conditionOf(subject.suspendedFrom === state, {
      inputs: { suspendedFrom: subject.suspendedFrom },
      formula: `suspendedFrom = ${state}`,
      source: "market rule on suspension",
      code: "wrong_state",
    });

/** Conditions before the issue, and of going on after a suspension. */
export const tenderConditions = {
  complete,
  weights,
  "bond-limit": bondLimit,
  "may-trade": mayTrade,
  "three-keys": threeKeys,
  "long-enough": longEnough,
  "was-issued": cameFrom("ISSUED"),
  "was-opening": cameFrom("OPENING"),
  "was-evaluation": cameFrom("EVALUATION"),
  "was-candidates": cameFrom("CANDIDATES"),
  "was-standstill": cameFrom("STANDSTILL"),
};
