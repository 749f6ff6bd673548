import type { DbOrTx } from "~/platform/db.server";

export type TimelineEntry = {
  id: string;
  move: string;
  fromState: string;
  toState: string;
  at: Date;
  actorName: string | null;
  note: string;
};

/** The latest moves of a subject, newest first, with the names of the persons who made them. */
export async function listTimeline(
  db: DbOrTx,
  procedure: string,
  subjectId: string,
  take = 100,
): Promise<TimelineEntry[]> {
  const moves = await db.procedureMove.findMany({
    where: { procedure, subjectId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take,
  });
  const userIds = [...new Set(moves.flatMap((move) => move.actorUserId ?? []))];
  const users = await db.user.findMany({
    where: { id: { in: userIds } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map((user) => [user.id, user.name]));
  return moves.map((move) => ({
    id: move.id,
    move: move.move,
    fromState: move.fromState,
    toState: move.toState,
    at: move.at,
    actorName: move.actorUserId ? (names.get(move.actorUserId) ?? null) : null,
    note: move.note,
  }));
}

/** The running clocks of a subject. */
export function listRunningClocks(db: DbOrTx, procedure: string, subjectId: string) {
  return db.procedureClock.findMany({
    where: { procedure, subjectId, firedAt: null, stoppedAt: null },
    orderBy: { dueAt: "asc" },
    select: { clock: true, startedAt: true, dueAt: true, suspendedAt: true },
  });
}
