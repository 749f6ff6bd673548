import { calendarDate, dateColumn, MARKET_TIME_ZONE } from "~/domain/shared/clock";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { eventFaults } from "./event-completeness-rules";
import { plusDays } from "./event-days-rules";
import { dayOf, type RoadshowRow } from "./roadshow-rows.server";

type Check = (context: MoveContext<RoadshowRow>) => ConditionResult | Promise<ConditionResult>;

const SOURCE = "market rules for roadshows";
const HOUR_MS = 3_600_000;

const complete: Check = async ({ tx, now, subject }) => {
  const nightHours = await getPolicyNumber(tx, "market.roadshow.night_hours", now);
  const parts = { ...subject, startsOn: dayOf(subject.startsOn), endsOn: dayOf(subject.endsOn) };
  const faults = eventFaults(parts, { now, nightHours });
  const first = faults[0];
  return conditionOf(first === undefined, {
    inputs: { missing: faults.map((one) => `${one.field}: ${one.code}`) },
    formula: "nothing that the public needs is missing, and all dates lie ahead in their order",
    source: SOURCE,
    code: first?.code ?? "required",
    field: first?.field ?? "title",
  });
};

const notOwn: Check = ({ actor, subject }) =>
  conditionOf(
    actor.kind !== "USER" ||
      !actor.memberships.some((one) => one.organisationId === subject.organisationId),
    {
      inputs: { organisation: subject.organisationId },
      formula: "the operator is no member of the organiser",
      source: SOURCE,
      code: "own_organisation",
    },
  );

const callAhead: Check = ({ now, subject }) =>
  conditionOf(subject.callDueAt !== null && subject.callDueAt > now, {
    inputs: { callDueAt: subject.callDueAt?.toISOString() ?? null },
    formula: "callDueAt > now",
    source: SOURCE,
    code: "roadshow_call_past",
    field: "callDueAt",
  });

const hasProjects: Check = async ({ tx, subject }) => {
  const projects = await tx.roadshowProject.count({
    where: {
      roadshowId: subject.id,
      state: { notIn: ["DRAFT", "RETURNED", "WITHDRAWN", "REJECTED", "WAIVED", "DROPPED"] },
    },
  });
  return conditionOf(projects > 0, {
    inputs: { projects },
    formula: "projects > 0",
    source: SOURCE,
    code: "roadshow_no_projects",
  });
};

const planIs =
  (states: readonly string[], code: string): Check =>
  async ({ tx, subject }) => {
    const plan = await tx.roadshowPlan.findFirst({
      where: { roadshowId: subject.id, state: { in: [...states] } },
      select: { version: true, state: true },
    });
    return conditionOf(plan !== null, {
      inputs: { plan: plan?.version ?? null, state: plan?.state ?? null },
      formula: `a plan is ${states.join(" or ")}`,
      source: SOURCE,
      code,
    });
  };

const dayNear: Check = async ({ tx, now, subject }) => {
  const hours = await getPolicyNumber(tx, "market.roadshow.live_ahead_hours", now);
  const day = dayOf(subject.startsOn);
  const first = day === null ? null : Date.parse(`${day}T00:00:00+08:00`);
  return conditionOf(first !== null && now.getTime() >= first - hours * HOUR_MS, {
    inputs: { startsOn: day, hours, zone: MARKET_TIME_ZONE },
    formula: "now >= first day 00:00 - hours",
    source: SOURCE,
    code: "roadshow_day_far",
  });
};

/** Who was selected and never confirmed does not stand in the way: the report waives it. */
const allAccounted: Check = async ({ tx, subject }) => {
  const open = await tx.roadshowProject.findMany({
    where: { roadshowId: subject.id, state: { in: ["CONFIRMED", "MATERIALS_OK"] } },
    orderBy: { number: "asc" },
    select: { number: true },
  });
  return conditionOf(open.length === 0, {
    inputs: { open: open.map((one) => one.number) },
    formula: "every confirmed project was presented, withdrawn or did not appear",
    source: SOURCE,
    code: "roadshow_not_accounted",
  });
};

/** All rounds were answered, or the last one is long enough ago that nobody will. */
const followedUp: Check = async ({ tx, now, subject }) => {
  const days = await getPolicyNumber(tx, "market.roadshow.follow_up_third_days", now);
  const grace = await getPolicyNumber(tx, "market.roadshow.follow_up_first_days", now);
  const [last, open] = await Promise.all([
    tx.roadshowFollowUp.count({ where: { roadshowId: subject.id, days: { gte: days } } }),
    tx.roadshowFollowUp.count({ where: { roadshowId: subject.id, answeredAt: null } }),
  ]);
  const end = subject.endsOn ?? dateColumn(calendarDate(now));
  const isOver = now >= plusDays(end, days + grace);
  return conditionOf(isOver || (last > 0 && open === 0), {
    inputs: { days, grace, last, open, endsOn: dayOf(subject.endsOn) },
    formula: "every follow-up is answered, or now >= last day + days + grace",
    source: SOURCE,
    code: "roadshow_follow_up_open",
  });
};

/** What the moves of an event depend on. */
export const roadshowConditions = {
  complete,
  "not-own": notOwn,
  "call-ahead": callAhead,
  "has-projects": hasProjects,
  "plan-public": planIs(["PROVISIONAL", "FINAL"], "roadshow_no_plan"),
  "plan-final": planIs(["FINAL"], "roadshow_plan_not_final"),
  "day-near": dayNear,
  "all-accounted": allAccounted,
  "followed-up": followedUp,
} as const satisfies Record<string, Check>;

export type RoadshowConditionId = keyof typeof roadshowConditions;
