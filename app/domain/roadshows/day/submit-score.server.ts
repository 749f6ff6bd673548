import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { findRecusals } from "../call/find-recusals.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { readRules } from "../events/roadshow-rules-schema";
import { assertDay } from "./day-access.server";
import { getJudge, lockScoredProject } from "./judge-access.server";
import { tellRoadshowHint } from "./roadshow-news.server";
import { totalOf } from "./sheet-rules";

type ScoreInput = {
  memberId: string;
  projectId: string;
  /** Points of each criterion, or `total` alone where the event has none. */
  points: Record<string, string>;
  total: string;
  note: string;
};

/**
 * A judge's points for a project on stage; they can be changed until the organiser closes its scoring.
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409), "score_closed" (409),
 * "score_not_yours" (403), "score_points" at a criterion
 */
export async function submitScore(input: ScoreInput, actor: UserActor, db: DbOrTx): Promise<void> {
  const { roadshowId, isRefused } = await inTransaction(db, async (tx) => {
    const { roadshow } = await getJudge(tx, input.memberId, actor);
    await lockRoadshow(tx, roadshow.id);
    const judge = await getJudge(tx, input.memberId, actor);
    assertDay(judge.roadshow.state);
    const project = await lockScoredProject(tx, judge.roadshow.id, input.projectId);
    if (project.scoresClosedAt) throw new DomainError("score_closed", { status: 409 });
    // Somebody may have joined the organisation since the seat was taken; what is found stays noted.
    await findRecusals(tx, roadshow.id);
    if (!(await judge.mayScore(tx, project.id))) {
      return { roadshowId: roadshow.id, isRefused: true };
    }
    const { criteria } = readRules(judge.roadshow.rules);
    const { points, totalHundredths } = totalOf(criteria, input);
    const key = { projectId: project.id, memberId: judge.id };
    const values = { points, totalHundredths, note: input.note, submittedAt: clock.now() };
    await tx.roadshowScore.upsert({
      where: { projectId_memberId: key },
      create: { ...key, ...values, id: newId() },
      update: { ...values, revision: { increment: 1 } },
    });
    return { roadshowId: roadshow.id, isRefused: false };
  });
  if (isRefused) throw new DomainError("score_not_yours", { status: 403 });
  tellRoadshowHint({ roadshowId, topic: "scores" });
}
