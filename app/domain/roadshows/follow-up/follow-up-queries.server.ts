import type { Actor, UserActor } from "~/domain/identity/actor";
import { calendarDate, clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { FOLLOWED_EVENT_STATES, type FollowUpStatus, PRESENTED_STATES } from "./follow-up-schema";
import { findOutcomes } from "./outcome-queries.server";
import type { ProjectOutcome } from "./outcome-view";
import { getOwnProject } from "./own-project-access.server";

export type FollowUpRound = {
  days: number;
  dueOn: string;
  isDue: boolean;
  status: FollowUpStatus | null;
  note: string;
  statedFen: string | null;
  answeredAt: string | null;
};

function toRound(row: {
  days: number;
  dueOn: Date;
  status: string | null;
  note: string;
  statedFen: bigint | null;
  answeredAt: Date | null;
}): FollowUpRound {
  const dueOn = row.dueOn.toISOString().slice(0, 10);
  return {
    days: row.days,
    dueOn,
    isDue: dueOn <= calendarDate(clock.now()),
    status: row.status as FollowUpStatus | null,
    note: row.note,
    statedFen: row.statedFen?.toString() ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
  };
}

/** The rounds of a project and what the market has on record, for its people. @throws "not_found" (404) */
export async function getProjectFollowUp(projectId: string, actor: UserActor, db: DbOrTx) {
  const project = await getOwnProject(db, projectId, actor);
  const [rows, [outcome]] = await Promise.all([
    db.roadshowFollowUp.findMany({ where: { projectId }, orderBy: { days: "asc" } }),
    findOutcomes(db, [project.roadshowId], [projectId]),
  ]);
  const { state } = project.roadshow;
  return {
    project,
    outcome: outcome ?? null,
    rounds: rows.map(toRound),
    isOpen: FOLLOWED_EVENT_STATES.some((one) => one === state),
  };
}

export type BoardRow = { outcome: ProjectOutcome; rounds: FollowUpRound[] };

/**
 * The projects of an event that were on stage, with their rounds and outcomes, for its organiser and the
 * market's office. @throws DomainError "not_found" (404)
 */
export async function getFollowUpBoard(
  roadshowId: string,
  filter: { isOpenOnly: boolean; skip: number; take: number },
  actor: Actor,
  db: DbOrTx,
): Promise<{ rows: BoardRow[]; total: number; open: number; all: number }> {
  if (!isId(roadshowId)) throw new DomainError("not_found", { status: 404 });
  const access = await findRoadshowAccess(db, { id: roadshowId }, actor);
  if (!access.isOrganiser && !access.isOffice) throw new DomainError("not_found", { status: 404 });
  const today = new Date(`${calendarDate(clock.now())}T00:00:00.000Z`);
  const due = { dueOn: { lte: today } };
  const waits = { some: { ...due, answeredAt: null } };
  const where = {
    roadshowId,
    OR: [{ state: { in: [...PRESENTED_STATES] } }, { presentedAt: { not: null } }],
    ...(filter.isOpenOnly ? { followUps: waits } : {}),
  };
  const [projects, total, all, open] = await Promise.all([
    db.roadshowProject.findMany({
      where,
      orderBy: { number: "asc" },
      skip: filter.skip,
      take: filter.take,
      select: { id: true, followUps: { orderBy: { days: "asc" } } },
    }),
    db.roadshowProject.count({ where }),
    db.roadshowFollowUp.count({ where: { roadshowId, ...due } }),
    db.roadshowFollowUp.count({ where: { roadshowId, ...due, answeredAt: null } }),
  ]);
  const outcomes = await findOutcomes(
    db,
    [roadshowId],
    projects.map((one) => one.id),
  );
  const rows = projects.flatMap(({ id, followUps }) => {
    const outcome = outcomes.find((one) => one.projectId === id);
    return outcome ? [{ outcome, rounds: followUps.map(toRound) }] : [];
  });
  return { rows, total, open, all };
}
