import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";
import { STAGE_KINDS } from "./stage-queries.server";
import type { StageTimer } from "./stage-timer-rules";

type StageRow = StageTimer & {
  revision: number;
  entryId: string | null;
  questionId: string | null;
};

/**
 * The stage of a place with its row locked; made when the place is led for the first time.
 * @throws DomainError "not_found" (404) where the place is no stage of the event
 */
export async function lockStage(tx: Tx, roadshowId: string, placeId: string): Promise<StageRow> {
  const place = isId(placeId)
    ? await tx.roadshowPlace.findFirst({
        where: { id: placeId, roadshowId, kind: { in: STAGE_KINDS } },
        select: { id: true },
      })
    : null;
  if (!place) throw new DomainError("not_found", { status: 404 });
  // Revision 0 is a stage that nobody has led: pages show it before there is a row.
  await tx.roadshowStage.createMany({
    data: [{ placeId, roadshowId, revision: 0 }],
    skipDuplicates: true,
  });
  await tx.$queryRaw`SELECT 1 FROM "RoadshowStage" WHERE "placeId" = ${placeId}::uuid FOR UPDATE`;
  const row = await tx.roadshowStage.findUniqueOrThrow({ where: { placeId } });
  return {
    revision: row.revision,
    entryId: row.entryId,
    questionId: row.questionId,
    phase: row.phase as StageTimer["phase"],
    pausedPhase: row.pausedPhase as StageTimer["pausedPhase"],
    phaseStartedAt: row.phaseStartedAt,
    elapsedMs: row.elapsedMs,
  };
}
