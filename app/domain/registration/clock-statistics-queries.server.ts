import type { UserActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { daysBetween, medianOf, suspendedMs } from "./duration-rules";
import type { ClockStatistics } from "./office-view";

/** Most cases of one year that are looked at; an office decides far fewer. */
const MOST_CASES = 20_000;

/**
 * How long the offices of the person's seats took in a calendar year (Asia/Shanghai), with and
 * without the corrections. @throws DomainError "forbidden" (403) without a seat
 */
export async function readClockStatistics(
  year: number,
  actor: UserActor,
  db: Db,
): Promise<ClockStatistics> {
  const officeIds = actor.registrarSeats
    .filter((seat) => seat.role !== "PRECHECK")
    .map((seat) => seat.officeId);
  if (officeIds.length === 0) throw new DomainError("forbidden", { status: 403 });
  const from = new Date(`${year}-01-01T00:00:00+08:00`);
  const to = new Date(`${year + 1}-01-01T00:00:00+08:00`);
  const now = clock.now();
  const [cases, running] = await Promise.all([
    db.registration.findMany({
      where: {
        officeId: { in: officeIds },
        acceptedAt: { not: null },
        decidedAt: { gte: from, lt: to },
      },
      orderBy: { decidedAt: "desc" },
      take: MOST_CASES,
      select: {
        id: true,
        state: true,
        acceptedAt: true,
        decidedAt: true,
        decisionDueAt: true,
        round: true,
        secondReason: true,
        registrarAId: true,
      },
    }),
    db.registration.findMany({
      where: {
        officeId: { in: officeIds },
        state: { in: ["ACCEPTED", "REVIEW", "REVIEW_CORRECTION", "SECOND_REVIEW", "DECISION"] },
      },
      take: MOST_CASES,
      select: { id: true },
    }),
  ]);
  const overdue = await db.procedureClock.count({
    where: {
      procedure: "registration",
      clock: "review",
      subjectId: { in: running.map((one) => one.id) },
      stoppedAt: null,
      suspendedAt: null,
      dueAt: { lt: now },
    },
  });
  const moves = await db.procedureMove.findMany({
    where: { procedure: "registration", subjectId: { in: cases.map((one) => one.id) } },
    orderBy: { at: "asc" },
    select: { subjectId: true, toState: true, at: true },
  });
  const movesOf = new Map<string, typeof moves>();
  for (const one of moves) {
    movesOf.set(one.subjectId, [...(movesOf.get(one.subjectId) ?? []), one]);
  }
  const timed = cases.map((one) => {
    const acceptedAt = one.acceptedAt ?? now;
    const decidedAt = one.decidedAt ?? now;
    const paused = suspendedMs(movesOf.get(one.id) ?? []);
    const net = daysBetween(acceptedAt, new Date(decidedAt.getTime() - paused));
    const due = (one.decisionDueAt ?? decidedAt).getTime() + paused;
    return {
      ...one,
      days: daysBetween(acceptedAt, decidedAt),
      net,
      isInTime: decidedAt.getTime() <= due,
    };
  });
  const people = await db.user.findMany({
    where: { id: { in: timed.flatMap((one) => one.registrarAId ?? []) } },
    select: { id: true, name: true },
  });
  return {
    year,
    decided: timed.length,
    refused: timed.filter((one) => one.state === "REFUSED").length,
    running: running.length,
    overdue,
    medianDays: medianOf(timed.map((one) => one.days)),
    longestDays: timed.length > 0 ? Math.max(...timed.map((one) => one.days)) : null,
    medianNetDays: medianOf(timed.map((one) => one.net)),
    inTime: timed.filter((one) => one.isInTime).length,
    averageRounds:
      timed.length > 0
        ? Math.round((timed.reduce((sum, one) => sum + one.round - 1, 0) / timed.length) * 10) / 10
        : null,
    second: timed.filter((one) => one.secondReason !== null).length,
    registrars: people
      .map((person) => {
        const own = timed.filter((one) => one.registrarAId === person.id);
        return {
          name: person.name,
          decided: own.length,
          medianNetDays: medianOf(own.map((one) => one.net)),
        };
      })
      .sort((a, b) => b.decided - a.decided),
  };
}

/** The current year in the market's time zone. */
export function currentYear(): number {
  return Number(calendarDate(clock.now()).slice(0, 4));
}
