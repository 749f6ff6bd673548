import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { readRules } from "../events/roadshow-rules-schema";
import { findRecusals } from "./find-recusals.server";
import { rankProjects } from "./rank-projects.server";
import { sheetHundredths } from "./review-rules";
import type { ReviewForm } from "./review-schema";
import { getOwnSeat, isRecused } from "./seat-access.server";

/**
 * Hands in a reviewer's sheet, or a corrected one while the project is undecided. From then on the
 * reviewer sees the others'.
 * @throws DomainError "not_found" (404), "pitch_not_reviewing" (409), "pitch_recused" (403), "pitch_points"
 */
export async function reviewProject(
  input: { memberId: string; projectId: string; form: ReviewForm },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const refused = await inTransaction(db, async (tx) => {
    const { roadshow } = await getOwnSeat(tx, input.memberId, actor);
    await lockRoadshow(tx, roadshow.id);
    const seat = await getOwnSeat(tx, input.memberId, actor);
    const project = await tx.roadshowProject.findFirst({
      where: { id: input.projectId, roadshowId: roadshow.id, submittedAt: { not: null } },
      select: { id: true, state: true },
    });
    if (!project || seat.role !== "REVIEWER") throw new DomainError("not_found", { status: 404 });
    if (seat.roadshow.state !== "SELECTION" || project.state !== "FORM_CHECK") {
      throw new DomainError("pitch_not_reviewing", { status: 409 });
    }
    // Somebody may have joined the organisation since the seat was taken; what is found stays noted.
    await findRecusals(tx, roadshow.id);
    if (await isRecused(tx, project.id, actor.userId)) return true;
    const { reviewCriteria } = readRules(seat.roadshow.rules);
    const points = pointsOf(
      input.form,
      reviewCriteria.map((one) => one.key),
    );
    const data = {
      points,
      totalHundredths: sheetHundredths(points, reviewCriteria),
      comment: input.form.comment,
      submittedAt: clock.now(),
    };
    await tx.roadshowReview.upsert({
      where: { projectId_memberId: { projectId: project.id, memberId: seat.id } },
      create: { id: newId(), projectId: project.id, memberId: seat.id, ...data },
      update: data,
    });
    await rankProjects(tx, roadshow.id);
    await appendAudit(tx, actor, {
      action: "roadshow-project.reviewed",
      subjectType: "RoadshowProject",
      subjectId: project.id,
      detail: { member: seat.id, totalHundredths: data.totalHundredths },
    });
    return false;
  });
  if (refused) throw new DomainError("pitch_recused", { status: 403 });
}

/** Whole points for every criterion of the event and for no other. */
function pointsOf(form: ReviewForm, keys: readonly string[]): Record<string, number> {
  const missing = keys.find((key) => form.points[key] === undefined);
  if (missing) throw new DomainError("pitch_points", { field: `points.${missing}` });
  return Object.fromEntries(keys.map((key) => [key, form.points[key] ?? 0]));
}
