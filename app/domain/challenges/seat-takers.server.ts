import { clock, dateColumn } from "~/domain/shared/clock";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { newId } from "~/domain/shared/ids";
import { dueInstant } from "~/domain/shared/procedure/run-clocks.server";
import type { Tx } from "~/platform/db.server";
import type { ChallengeRow } from "./challenge-rows.server";
import { challengeTakerProcedure } from "./challenge-taker-procedure";
import { readIntention } from "./intention-schema";

/**
 * Makes the selected intentions takers, each with the stages that its intention promised and a deal
 * room of its own. The conduct calls it when the publicity is over, and when a reserve takes a free seat.
 */
export async function seatTakers(tx: Tx, row: ChallengeRow): Promise<void> {
  const now = clock.now();
  const selected = await tx.challengeIntention.findMany({
    where: { challengeId: row.id, state: "SELECTED", taker: null },
    orderBy: { number: "asc" },
    select: { id: true, organisationId: true, content: true },
  });
  for (const intention of selected) {
    const id = newId();
    const { stages } = readIntention(intention.content);
    await tx.challengeTaker.create({
      data: {
        id,
        challengeId: row.id,
        intentionId: intention.id,
        organisationId: intention.organisationId,
        createdAt: now,
        milestones: {
          create: stages.map((stage, index) => ({
            id: newId(),
            sort: index + 1,
            title: stage.title,
            target: stage.target,
            dueOn: stage.dueOn ? dateColumn(stage.dueOn) : null,
          })),
        },
      },
    });
    // A new row enters its first state without a move: the clock of that state is started here.
    await tx.procedureClock.create({
      data: {
        id: newId(),
        procedure: challengeTakerProcedure.name,
        subjectId: id,
        clock: "contract",
        startedAt: now,
        dueAt: await dueInstant(tx, challengeTakerProcedure.clocks.contract, now),
      },
    });
    await enqueueJob(tx, "deals.fromTrade", { caseType: "CHALLENGE", id }, { key: `deal:${id}` });
  }
}
