import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { ensureParticipant } from "../people/ensure-participant.server";
import { releaseRole } from "../people/release-role.server";
import { changePlannedPresenter } from "../timetable/change-planned-presenter.server";
import { findRecusals } from "./find-recusals.server";
import { presenterAccount } from "./presenter-account";
import { isPresenterOpen } from "./presenter-change-rules";
import type { PresenterChange } from "./presenter-change-schema";
import { getSeenProject } from "./project-access.server";
import { tellOrganiser, tellOwner } from "./project-notices.server";
import { ON_PROGRAMME_STATES, type ProjectState } from "./project-procedure";
import type { ProjectRow } from "./project-rows.server";

/**
 * A colleague presents a project that was handed in, until the event begins. Recusals are sought anew; of
 * what is on the programme the participants and the timetable follow, or the organiser is told to plan again.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409), "stale_revision" (409),
 * "pitch_presenter" at "presenterUserId"
 */
export async function changePresenter(
  input: { projectId: string; form: PresenterChange },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  const { projectId, form } = input;
  await inTransaction(db, async (tx) => {
    const seen = await getSeenProject(tx, projectId, actor);
    await lockRoadshow(tx, seen.row.roadshowId);
    const { row, role } = await getSeenProject(tx, projectId, actor);
    if (role !== "owner") throw new DomainError("not_found", { status: 404 });
    assertCan(actor, "roadshow.pitch", { organisationId: row.organisationId });
    if (!isPresenterOpen(row.state, row.roadshow.state)) {
      throw new DomainError("wrong_state", { status: 409 });
    }
    if (form.revision !== row.revision) throw new DomainError("stale_revision", { status: 409 });
    const presenterName = await nameOf(tx, row.organisationId, form.presenterUserId);
    await tx.roadshowProject.update({
      where: { id: row.id },
      data: { ...form, presenterName, revision: row.revision + 1 },
    });
    await appendAudit(tx, actor, {
      action: "roadshow-project.presenter-changed",
      subjectType: "RoadshowProject",
      subjectId: row.id,
      detail: { from: row.presenterUserId, to: form.presenterUserId },
    });
    await findRecusals(tx, row.roadshowId);
    const { row: now } = await getSeenProject(tx, projectId, actor);
    const isFollowed = await followOnProgramme(tx, { before: row, now }, actor);
    const told = { key: String(now.revision), params: { name: presenterName } };
    await tellOwner(tx, now, { kind: "pitchPresenterNew", ...told });
    const kind = isFollowed ? "pitchPresenterChanged" : "pitchPresenterUnplanned";
    await tellOrganiser(tx, now, { kind, ...told });
  });
}

/** @returns false where the timetable has to be made again */
async function followOnProgramme(
  tx: Tx,
  { before, now }: { before: ProjectRow; now: ProjectRow },
  actor: UserActor,
): Promise<boolean> {
  const { roadshowId } = now;
  const former = presenterAccount(before);
  const userId = presenterAccount(now);
  if (!ON_PROGRAMME_STATES.includes(now.state as ProjectState)) return true;
  const participantId = await ensureParticipant(
    tx,
    {
      roadshowId,
      userId,
      organisationId: now.organisationId,
      name: now.presenterName,
      organisationName: now.organisation.legalName,
      title: now.presenterTitle,
      role: "PRESENTER",
      locale: now.presenter?.locale ?? "zh-CN",
    },
    actor,
  );
  if (former === userId) return true;
  await releaseRole(tx, { roadshowId, userId: former, role: "PRESENTER" }, actor);
  return changePlannedPresenter(tx, { roadshowId, projectId: now.id, participantId });
}

/** Of a colleague with an account. @throws DomainError "pitch_presenter" */
async function nameOf(tx: Tx, organisationId: string, userId: string): Promise<string> {
  const colleague = await tx.membership.findFirst({
    where: { organisationId, userId, endedAt: null, user: { deactivatedAt: null } },
    select: { user: { select: { name: true } } },
  });
  if (!colleague) throw new DomainError("pitch_presenter", { field: "presenterUserId" });
  return colleague.user.name;
}
