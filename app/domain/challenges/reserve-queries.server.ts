import { findBan } from "~/domain/oversight/ban-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import { challengeProcedure } from "./challenge-procedure";
import { challengeTakerProcedure } from "./challenge-taker-procedure";

/** The best ranked intention that waits in reserve and whose organisation may trade now. */
export async function findBestReserve(db: DbOrTx, challengeId: string): Promise<string | null> {
  const rows = await db.challengeIntention.findMany({
    where: { challengeId, state: "RESERVE" },
    orderBy: [{ rank: { sort: "asc", nulls: "last" } }, { submittedAt: "asc" }, { id: "asc" }],
    select: { id: true, organisationId: true },
  });
  for (const { id, organisationId } of rows) {
    if (!(await findBan(db, organisationId))) return id;
  }
  return null;
}

/** Takers that ended before their contract, less those whose place a reserve has taken. */
export async function countFreeSeats(
  db: DbOrTx,
  challenge: { id: string; takers: readonly { id: string }[] },
): Promise<number> {
  const [fallen, seated] = await Promise.all([
    db.procedureMove.count({
      where: {
        procedure: challengeTakerProcedure.name,
        subjectId: { in: challenge.takers.map((one) => one.id) },
        move: "terminate",
        fromState: "CONTRACTING",
      },
    }),
    db.procedureMove.count({
      where: { procedure: challengeProcedure.name, subjectId: challenge.id, move: "seatReserve" },
    }),
  ]);
  return fallen - seated;
}
