import { listIncentivePolicies } from "~/domain/incentives/incentive-policy-queries.server";
import { sellerKindOf } from "~/domain/incentives/unit-kind-rules";
import { calendarDate } from "~/domain/shared/clock";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { addMonths } from "~/domain/shared/working-days";
import { sum } from "./plan-adjust-rules";
import { bonusRuleOf, floorOf, type RewardFacts } from "./reward-amount-rules";
import { findRewardIncome } from "./reward-income.server";
import type { RewardRow } from "./reward-rows.server";
import { isWhole } from "./reward-share-rules";

type Context = MoveContext<RewardRow>;

const PUBLICITY = "国科发政〔2018〕103号";

export function rewardFacts(row: RewardRow, now: Date): RewardFacts {
  return {
    on: calendarDate(now),
    sellerKind: sellerKindOf(row.organisation.kind, row.organisation.natureCode),
    regionCode: row.organisation.regionCode,
    categoryCode: row.contract.categoryCode,
  };
}

/** Objections of the running publicity; those before a revision belong to the earlier sheet. */
export function currentObjections(row: RewardRow): RewardRow["objections"] {
  const from = row.startedAt;
  return from === null ? [] : row.objections.filter((one) => one.createdAt >= from);
}

/** Publicity is asked of state-run and non-profit institutions; a firm follows its own rules. */
export function isPublicityAsked(row: Pick<RewardRow, "organisation">): boolean {
  return sellerKindOf(row.organisation.kind, row.organisation.natureCode) !== "FIRM";
}

/** Last day on which a reward is paid in time for the tax relief, or null without income. */
export async function paymentDeadline(
  db: Context["tx"],
  row: Pick<RewardRow, "id" | "contractId">,
  now: Date,
): Promise<{ firstPaidOn: string; deadline: string; months: number } | null> {
  const { firstPaidOn } = await findRewardIncome(db, row.contractId, row.id);
  if (!firstPaidOn) return null;
  const months = await getPolicyNumber(db, "iit.reward.window_months", now, "national");
  return { firstPaidOn, months, deadline: addMonths(firstPaidOn, months) };
}

export const rewardConditions = {
  "income-received": async ({ tx, subject }: Context): Promise<ConditionResult> => {
    const { availableFen } = await findRewardIncome(tx, subject.contractId, subject.id);
    return conditionOf(subject.revenueFen > 0n && subject.revenueFen === availableFen, {
      inputs: { revenue: subject.revenueFen.toString(), available: availableFen.toString() },
      formula: "revenue = confirmed payments less what earlier sheets shared out, and above 0",
      source: "促进科技成果转化法 art. 45: reward from the income received",
      code: "reward_income_changed",
    });
  },
  "shares-add-up": ({ subject }: Context): ConditionResult => {
    const shares = subject.shares.map((one) => one.shareBp);
    const amounts = sum(subject.shares.map((one) => one.amountFen));
    return conditionOf(isWhole(shares) && amounts === subject.rewardFen, {
      inputs: {
        sharesBp: shares.reduce((total, one) => total + one, 0),
        amountsFen: amounts.toString(),
        rewardFen: subject.rewardFen.toString(),
      },
      formula: "shares = 100 % and amounts = reward",
      source: "the market's own rule on reward sheets",
      code: "reward_shares",
    });
  },
  "floor-kept": async ({ tx, subject, now }: Context): Promise<ConditionResult> => {
    const policies = await listIncentivePolicies(tx);
    const floor = floorOf(policies, rewardFacts(subject, now), subject.netIncomeFen);
    const isKept = floor.dueFen !== null && subject.rewardFen >= floor.dueFen;
    const isAgreed = floor.isBelowAllowed && subject.basis !== "STATUTE";
    const answer = isKept || isAgreed ? "MET" : floor.isNamed ? "NOT_MET" : "PERSON_DECIDES";
    return {
      answer,
      inputs: {
        netIncomeFen: subject.netIncomeFen.toString(),
        rewardFen: subject.rewardFen.toString(),
        floorFen: floor.dueFen?.toString() ?? null,
        floorBp: floor.floorBp,
        basis: subject.basis,
      },
      formula:
        "reward >= floor × net income, unless a unit that is not government-run agreed otherwise",
      source: floor.source,
      code: "reward_below_floor",
      field: "rewardPercent",
    };
  },
  "bonus-allowed": async ({ tx, subject, now }: Context): Promise<ConditionResult> => {
    const policies = await listIncentivePolicies(tx);
    const rule = bonusRuleOf(policies, rewardFacts(subject, now), subject.netIncomeFen);
    const bonus = subject.officeBonusFen;
    return conditionOf(bonus === 0n || (rule.isAllowed && bonus >= rule.dueFen), {
      inputs: { bonusFen: bonus.toString(), leastFen: rule.dueFen.toString() },
      formula: "no bonus, or a transfer by a government-run unit of Shandong and bonus >= 10 %",
      source: rule.source,
      code: rule.isAllowed ? "reward_bonus_low" : "reward_bonus_refused",
      field: "bonusPercent",
    });
  },
  "contact-given": ({ subject }: Context): ConditionResult =>
    conditionOf(subject.contact.trim() !== "", {
      inputs: { characters: [...subject.contact.trim()].length },
      formula: "a contact for objections is given",
      source: PUBLICITY,
      code: "required",
      field: "contact",
    }),
  "publicity-not-asked": ({ subject }: Context): ConditionResult =>
    conditionOf(!isPublicityAsked(subject), {
      inputs: { kind: subject.organisation.kind, nature: subject.organisation.natureCode },
      formula: "the unit is no state-run or non-profit institution",
      source: PUBLICITY,
      code: "reward_publicity_asked",
    }),
  "publicity-over": async ({ tx, subject, now }: Context): Promise<ConditionResult> => {
    const clock = await tx.procedureClock.findFirst({
      where: { procedure: "reward", subjectId: subject.id, clock: "publicity", stoppedAt: null },
      orderBy: { startedAt: "desc" },
      select: { dueAt: true },
    });
    const dueAt = clock?.dueAt ?? null;
    return conditionOf(dueAt !== null && dueAt <= now, {
      inputs: { dueAt: dueAt?.toISOString() ?? null, now: now.toISOString() },
      formula: "the publicity has run its working days",
      source: PUBLICITY,
      code: "reward_publicity_runs",
    });
  },
  "objections-handled": ({ subject }: Context): ConditionResult =>
    objections(subject, (one) => one.outcome !== null, "reward_objection_open"),
  "objections-rejected": ({ subject }: Context): ConditionResult =>
    objections(subject, (one) => one.outcome === "REJECTED", "reward_objection_stands"),
  "paid-in-window": async ({ tx, subject, now, input }: Context): Promise<ConditionResult> => {
    const window = await paymentDeadline(tx, subject, now);
    const paidOn = typeof input.paidOn === "string" ? input.paidOn : null;
    const isInTime = window !== null && paidOn !== null && paidOn <= window.deadline;
    return {
      // Late, the reward is still owed; only the relief of income tax is lost.
      answer: isInTime ? "MET" : "PERSON_DECIDES",
      inputs: { paidOn, firstPaidOn: window?.firstPaidOn ?? null, last: window?.deadline ?? null },
      formula: "paid within the months after the income arrived",
      source: "财税〔2018〕58号",
    };
  },
};

export type RewardConditionId = keyof typeof rewardConditions;

function objections(
  row: RewardRow,
  isGood: (one: RewardRow["objections"][number]) => boolean,
  code: string,
): ConditionResult {
  const current = currentObjections(row);
  const bad = current.filter((one) => !isGood(one)).map((one) => one.number);
  return conditionOf(bad.length === 0, {
    inputs: { objections: current.length, open: bad },
    formula: "every objection is handled, with its result public",
    source: PUBLICITY,
    code,
  });
}
