import { membershipOf } from "~/domain/identity/permission-rules";
import { findBan } from "~/domain/oversight/ban-queries.server";
import { calendarDate, endOfDate } from "~/domain/shared/clock";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { challengeProcedure } from "./challenge-procedure";
import type { ChallengeRow } from "./challenge-rows.server";
import { readTargets } from "./challenge-schema";
import {
  appraised,
  type ChallengeCondition,
  type ChallengeContext,
  enoughExperts,
  intentionsIn,
  rankingFollowed,
  selectionFits,
} from "./challenge-selection-conditions.server";
import { nothingDelivered, seatFree } from "./challenge-work-conditions.server";
import { missingParts, moneyFault } from "./completeness-rules";
import { CONFLICT_SOURCE, JINAN, MARKET_RULE } from "./rule-sources";
import { lintTargets } from "./target-rules";

export type ChallengeConditionId =
  | "complete"
  | "measurable"
  | "funded"
  | "long-enough"
  | "may-trade"
  | "not-own"
  | "vetted"
  | "before-deadline"
  | "later-deadline"
  | "deadline-passed"
  | "has-intentions"
  | "no-intentions"
  | "all-screened"
  | "some-eligible"
  | "none-eligible"
  | "enough-experts"
  | "appraised"
  | "selection-fits"
  | "ranking-followed"
  | "objection-upheld"
  | "period-over"
  | "objections-closed"
  | "none-upheld"
  | "takers-ended"
  | "seat-free"
  | "nothing-delivered";

/** Objections of the publicity that runs now; those of an earlier one have done their work. */
async function currentObjections({ tx, subject }: ChallengeContext) {
  const clock = await tx.procedureClock.findFirst({
    where: { procedure: challengeProcedure.name, subjectId: subject.id, clock: "publicity" },
    orderBy: { startedAt: "desc" },
    select: { startedAt: true },
  });
  const since = clock?.startedAt ?? new Date(0);
  return subject.objections.filter((one) => one.createdAt >= since);
}

const complete: ChallengeCondition = ({ subject }) => {
  const missing = missingParts({ ...subject, targets: readTargets(subject.targets) });
  return conditionOf(missing.length === 0, {
    inputs: { missing },
    formula: "no required part is missing",
    source: JINAN,
    code: "challenge_incomplete",
    ...(missing[0] ? { field: missing[0] } : {}),
  });
};

const measurable: ChallengeCondition = ({ subject }) => {
  const targets = readTargets(subject.targets);
  const faulty = lintTargets(targets);
  const inputs = { targets: targets.length, faulty: faulty.map((one) => one.name) };
  const rest = { inputs, formula: "targets whose value can be measured", source: JINAN };
  if (targets.length > faulty.length) {
    return { ...rest, answer: faulty.length === 0 ? "MET" : "PERSON_DECIDES" };
  }
  return { ...rest, answer: "NOT_MET", code: "challenge_not_measurable", field: "targets" };
};

const funded: ChallengeCondition = ({ subject }) => {
  const fault = moneyFault(subject);
  return conditionOf(fault === null, {
    inputs: {
      posterFen: subject.posterFen?.toString() ?? null,
      publicFen: subject.publicFen?.toString() ?? null,
      hasSource: subject.publicSource !== "",
    },
    formula: "posterFen + publicFen > 0, and public money names who grants it",
    source: JINAN,
    code: fault === "publicSource" ? "challenge_public_source" : "challenge_no_money",
    ...(fault ? { field: fault } : {}),
  });
};

const longEnough: ChallengeCondition = async ({ tx, subject, now }) => {
  const days = await getPolicyNumber(tx, "market.challenge.intention_days", now);
  const earliest = endOfDate(calendarDate(new Date(now.getTime() + days * 86_400_000)));
  const due = subject.intentionsDueAt;
  return conditionOf(due !== null && due >= earliest, {
    inputs: { days, earliest: earliest.toISOString(), due: due?.toISOString() ?? null },
    formula: "due >= end of (today + days)",
    source: MARKET_RULE,
    code: "challenge_too_short",
    field: "intentionsDueOn",
  });
};

const deadline =
  (isPassed: boolean): ChallengeCondition =>
  ({ subject, now }) => {
    const due = subject.intentionsDueAt;
    return conditionOf(due !== null && due <= now === isPassed, {
      inputs: { due: due?.toISOString() ?? null, now: now.toISOString() },
      formula: isPassed ? "due <= now" : "now < due",
      source: JINAN,
      code: isPassed ? "challenge_still_open" : "challenge_closed",
    });
  };

const counted =
  (
    count: (row: ChallengeRow) => number,
    isMet: (count: number) => boolean,
    formula: string,
    code: string,
  ): ChallengeCondition =>
  ({ subject }) => {
    const found = count(subject);
    return conditionOf(isMet(found), { inputs: { count: found }, formula, source: JINAN, code });
  };

const none = (count: number) => count === 0;
const some = (count: number) => count > 0;

const objections =
  (outcome: string | null, isMet: (count: number) => boolean, formula: string, code: string) =>
  async (context: ChallengeContext): Promise<ConditionResult> => {
    const found = (await currentObjections(context)).filter((one) => one.outcome === outcome);
    const count = found.length;
    return conditionOf(isMet(count), { inputs: { count }, formula, source: MARKET_RULE, code });
  };

export const challengeConditions: Record<ChallengeConditionId, ChallengeCondition> = {
  complete,
  measurable,
  funded,
  "long-enough": longEnough,
  "may-trade": async ({ tx, subject }) => {
    const ban = await findBan(tx, subject.organisationId);
    return conditionOf(ban === null, {
      inputs: { bannedUntil: ban?.untilAt.toISOString() ?? null },
      formula: "the organisation is not banned from trading",
      source: MARKET_RULE,
      code: "challenge_banned",
    });
  },
  "not-own": ({ subject, actor }) =>
    conditionOf(membershipOf(actor, subject.organisationId) === null, {
      inputs: { organisationId: subject.organisationId },
      formula: "whoever decides is no member of the poster",
      source: CONFLICT_SOURCE,
      code: "own_organisation",
    }),
  vetted: ({ input }) => {
    const { isReal, isMeasurable, isFunded } = input;
    return conditionOf(isReal === true && isMeasurable === true && isFunded === true, {
      inputs: {
        isReal: isReal ?? null,
        isMeasurable: isMeasurable ?? null,
        isFunded: isFunded ?? null,
      },
      formula: "experts found the need real, measurable and funded",
      source: JINAN,
      code: "must_accept",
    });
  },
  "before-deadline": deadline(false),
  "deadline-passed": deadline(true),
  "later-deadline": ({ subject, input }) => {
    const before = subject.intentionsDueAt?.toISOString() ?? null;
    const asked = typeof input.dueAt === "string" ? input.dueAt : null;
    const finish = subject.finishOn?.toISOString() ?? null;
    const isLater = asked !== null && before !== null && asked > before;
    return conditionOf(isLater && (finish === null || asked < finish), {
      inputs: { before, asked, finish },
      formula: "before < asked < finish",
      source: MARKET_RULE,
      code: "challenge_later",
      field: "dueOn",
    });
  },
  "has-intentions": counted(
    (row) => intentionsIn(row, "SUBMITTED").length,
    some,
    "intentions handed in > 0",
    "challenge_no_intentions",
  ),
  "no-intentions": counted(
    (row) => intentionsIn(row, "SUBMITTED").length,
    none,
    "intentions handed in = 0",
    "challenge_has_intentions",
  ),
  "all-screened": counted(
    (row) => intentionsIn(row, "SUBMITTED").length,
    none,
    "no intention waits for its screening",
    "challenge_not_screened",
  ),
  "some-eligible": counted(
    (row) => intentionsIn(row, "ELIGIBLE").length,
    some,
    "eligible intentions > 0",
    "challenge_none_eligible",
  ),
  "none-eligible": counted(
    (row) => intentionsIn(row, "ELIGIBLE").length,
    none,
    "eligible intentions = 0",
    "challenge_has_eligible",
  ),
  "enough-experts": enoughExperts,
  appraised,
  "selection-fits": selectionFits,
  "ranking-followed": rankingFollowed,
  "objection-upheld": objections(
    "UPHELD",
    some,
    "an objection of this publicity was upheld",
    "challenge_none_upheld",
  ),
  "period-over": ({ subject, now }) => {
    const ends = subject.publicityEndsAt;
    return conditionOf(ends !== null && ends <= now, {
      inputs: { ends: ends?.toISOString() ?? null, now: now.toISOString() },
      formula: "ends <= now",
      source: "Civil Code arts. 201, 203",
      code: "publicity_running",
    });
  },
  "objections-closed": objections(
    null,
    none,
    "no objection waits for its result",
    "publicity_objections_open",
  ),
  "none-upheld": objections(
    "UPHELD",
    none,
    "no objection of this publicity was upheld",
    "publicity_objection_upheld",
  ),
  "takers-ended": counted(
    (row) =>
      row.takers.filter((one) =>
        ["CONTRACTING", "RUNNING", "ACCEPTANCE", "PASSED"].includes(one.state),
      ).length,
    none,
    "no taker works or waits for its reward",
    "challenge_takers_work",
  ),
  "seat-free": seatFree,
  "nothing-delivered": nothingDelivered,
};
