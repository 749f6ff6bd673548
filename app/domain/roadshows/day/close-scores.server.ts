import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { findRecusals } from "../call/find-recusals.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { assertOrganiser } from "../events/roadshow-access.server";
import { readRules } from "../events/roadshow-rules-schema";
import { lockScoredProject } from "./judge-access.server";
import { tellRoadshowHint } from "./roadshow-news.server";
import { listExpectedJudges, listSheets } from "./score-rows.server";
import { fewestJudges, resultOf } from "./score-rules";

/**
 * Closes the scoring of a project: the result stands, sheets are not changed any more. Where judges of its
 * panel are missing the organiser says so on purpose. Too few sheets for the rule of the event make no
 * result: the project is closed unscored, on purpose too.
 * @throws DomainError "not_found" (404), "score_closed" (409), "score_not_presented" (409),
 * "score_too_few" at "isWithout", "score_missing" at "isWithout"
 */
export async function closeScores(
  input: { roadshowId: string; projectId: string; isWithout: boolean },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { roadshowId } = input;
  await inTransaction(db, async (tx) => {
    await assertOrganiser(tx, roadshowId, actor);
    await lockRoadshow(tx, roadshowId);
    const project = await lockScoredProject(tx, roadshowId, input.projectId);
    if (project.scoresClosedAt) throw new DomainError("score_closed", { status: 409 });
    if (!project.presentedAt) {
      throw new DomainError("score_not_presented", { status: 409 });
    }
    const row = await tx.roadshow.findUniqueOrThrow({
      where: { id: roadshowId },
      select: { rules: true, planId: true },
    });
    const rules = readRules(row.rules);
    // Somebody may have joined the organisation since; noted, it stays out of the result for good.
    await findRecusals(tx, roadshowId);
    const { counted: sheets } = await listSheets(tx, roadshowId, project.id);
    const result = resultOf(
      sheets.map((one) => one.totalHundredths),
      rules,
    );
    if (!result && !input.isWithout) {
      const params = { given: sheets.length, needed: fewestJudges(rules) };
      throw new DomainError("score_too_few", { field: "isWithout", params });
    }
    const expected = await listExpectedJudges(tx, roadshowId, row.planId, project.id);
    const missing = expected.filter((id) => !sheets.some((one) => one.userId === id)).length;
    if (missing > 0 && !input.isWithout) {
      throw new DomainError("score_missing", { field: "isWithout", params: { missing } });
    }
    await tx.roadshowProject.update({
      where: { id: project.id },
      data: { stageHundredths: result?.hundredths ?? null, scoresClosedAt: clock.now() },
    });
    await appendAudit(tx, actor, {
      action: "roadshow.scores-closed",
      subjectType: "RoadshowProject",
      subjectId: project.id,
      detail: { hundredths: result?.hundredths ?? null, sheets: sheets.length, missing },
    });
  });
  tellRoadshowHint({ roadshowId, topic: "scores" });
}
