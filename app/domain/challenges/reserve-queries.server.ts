import type { DbOrTx } from "~/platform/db.server";
import { challengeProcedure } from "./challenge-procedure";
import { challengeTakerProcedure } from "./challenge-taker-procedure";

/** The best ranked intention that waits in reserve. */
export async function findBestReserve(db: DbOrTx, challengeId: string): Promise<string | null> {
  const row = await db.challengeIntention.findFirst({
    where: { challengeId, state: "RESERVE" },
    orderBy: [{ rank: { sort: "asc", nulls: "last" } }, { submittedAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return row?.id ?? null;
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
