import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { openMoves } from "~/domain/shared/procedure/procedure";
import { listRunningClocks, listTimeline } from "~/domain/shared/procedure/timeline-queries.server";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import { eventFaults } from "./event-completeness-rules";
import { getRoadshowFrame } from "./frame-queries.server";
import { roadshowConduct } from "./roadshow-conduct.server";
import { PUBLIC_STATES, roadshowProcedure } from "./roadshow-procedure";
import { dayOf, roadshowSelect } from "./roadshow-rows.server";
import type { RoadshowOverview } from "./roadshow-view";

const BEFORE = ["DRAFT", "VETTING"];

/**
 * What an organiser, its staff or the office sees first of an event.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getOverview(
  id: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<RoadshowOverview> {
  const frame = await getRoadshowFrame(id, actor, db);
  const now = clock.now();
  const [row, plan, figures, timeline, clocks, nightHours] = await Promise.all([
    db.roadshow.findUniqueOrThrow({
      where: { id },
      select: { ...roadshowSelect, vettingNote: true, cancelNote: true },
    }),
    db.roadshowPlan.findFirst({
      where: { roadshowId: id, state: { in: ["PROVISIONAL", "FINAL"] } },
      select: { version: true, state: true },
    }),
    countFigures(db, id),
    listTimeline(db, roadshowProcedure.name, id, 50),
    listRunningClocks(db, roadshowProcedure.name, id),
    getPolicyNumber(db, "market.roadshow.night_hours", now),
  ]);
  const parts = { ...row, startsOn: dayOf(row.startsOn), endsOn: dayOf(row.endsOn) };
  const moves = openMoves(roadshowProcedure, row.state, roadshowConduct.relations(actor, row));
  return {
    frame,
    revision: row.revision,
    startsOn: parts.startsOn,
    endsOn: parts.endsOn,
    callDueAt: row.callDueAt,
    confirmDueAt: row.confirmDueAt,
    materialsDueAt: row.materialsDueAt,
    audienceDueAt: row.audienceDueAt,
    vettingNote: row.vettingNote,
    cancelNote: row.cancelNote,
    isPublic: PUBLIC_STATES.some((state) => state === row.state),
    plan,
    faults: BEFORE.includes(row.state) ? eventFaults(parts, { now, nightHours }) : [],
    moves: moves.map((move) => {
      const definition = roadshowProcedure.moves[move];
      return { move, needsNote: "needsNote" in definition && definition.needsNote === true };
    }),
    figures,
    timeline: timeline.map(({ id: key, move, at, actorName, note }) => ({
      id: key,
      move,
      at,
      actorName,
      note,
    })),
    approvalDueAt: clocks[0]?.dueAt ?? null,
  };
}

async function countFigures(db: DbOrTx, roadshowId: string): Promise<RoadshowOverview["figures"]> {
  const [projects, confirmed, participants, meetings, staff] = await Promise.all([
    db.roadshowProject.count({ where: { roadshowId, state: { notIn: ["DRAFT", "WITHDRAWN"] } } }),
    db.roadshowProject.count({ where: { roadshowId, confirmedAt: { not: null } } }),
    db.roadshowParticipant.count({ where: { roadshowId, state: "REGISTERED" } }),
    db.roadshowMeeting.count({ where: { roadshowId, state: { in: ["ACCEPTED", "HELD"] } } }),
    db.roadshowMember.count({ where: { roadshowId, state: "ACCEPTED" } }),
  ]);
  return { projects, confirmed, participants, meetings, staff };
}
