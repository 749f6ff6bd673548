import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { readRules } from "../events/roadshow-rules-schema";
import { getEventOfCall } from "./event-of-call.server";
import { fromAchievement, fromNeed } from "./prefilled-project.server";
import type { Side } from "./project-schema";

type Start = {
  /** Number or id of the event. */
  roadshow: string;
  organisationId: string;
  side: Side;
  achievementId?: string | null;
  needId?: string | null;
};

/**
 * Begins the form of a project, filled from the achievement or need that it is made of.
 * @throws DomainError "not_found" (404), "pitch_no_organisation" (403), "pitch_call_over" (409),
 * "pitch_source", "pitch_twice", "pitch_too_many"
 */
export async function startProject(
  input: Start,
  actor: UserActor,
  db: DbOrTx,
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const { organisationId, side } = input;
    const seen = await getEventOfCall(tx, input.roadshow);
    if (!can(actor, "roadshow.pitch", { organisationId })) {
      throw new DomainError("pitch_no_organisation", { field: "organisationId", status: 403 });
    }
    await lockRoadshow(tx, seen.id);
    const event = await getEventOfCall(tx, seen.id);
    const now = clock.now();
    if (event.state !== "CALL_OPEN" || (event.callDueAt && event.callDueAt <= now)) {
      throw new DomainError("pitch_call_over", { status: 409 });
    }
    const source = await sourceOf(tx, input);
    await assertRoom(tx, event.id, input, readRules(event.rules).projectsPerOrganisation);
    const last = await tx.roadshowProject.aggregate({
      where: { roadshowId: event.id },
      _max: { number: true },
    });
    const id = newId();
    await tx.roadshowProject.create({
      data: {
        ...source,
        id,
        roadshowId: event.id,
        number: (last._max.number ?? 0) + 1,
        side,
        organisationId,
        createdById: actor.userId,
        presenterUserId: actor.userId,
        presenterName: actor.name,
        language: event.languages[0] ?? "zh-CN",
        isOnline: event.format === "ONLINE",
        createdAt: now,
      },
    });
    await appendAudit(tx, actor, {
      action: "roadshow-project.created",
      subjectType: "RoadshowProject",
      subjectId: id,
      detail: { roadshow: event.number, side },
    });
    return { id };
  });
}

/** Only a source of the own organisation and of the chosen side counts. */
async function sourceOf(tx: Tx, { side, organisationId, achievementId, needId }: Start) {
  if (side === "SUPPLY" && achievementId) {
    return { achievementId, ...(await fromAchievement(tx, achievementId, organisationId)) };
  }
  if (side === "DEMAND" && needId) {
    return { needId, ...(await fromNeed(tx, needId, organisationId)) };
  }
  return {};
}

async function assertRoom(tx: Tx, roadshowId: string, input: Start, limit: number): Promise<void> {
  const own = await tx.roadshowProject.findMany({
    where: { roadshowId, organisationId: input.organisationId, state: { not: "WITHDRAWN" } },
    select: { achievementId: true, needId: true },
  });
  const { side, achievementId, needId } = input;
  const isTwice = own.some((one) =>
    side === "SUPPLY"
      ? achievementId && one.achievementId === achievementId
      : needId && one.needId === needId,
  );
  if (isTwice) {
    throw new DomainError("pitch_twice", { field: side === "SUPPLY" ? "achievementId" : "needId" });
  }
  if (own.length >= limit) throw new DomainError("pitch_too_many");
}
