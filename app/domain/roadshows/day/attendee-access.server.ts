import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { findRoadshowAccess, type RoadshowAccess } from "../events/roadshow-access.server";
import { assertDay } from "./day-access.server";

export type Attendee = { id: string; name: string; hasUndertaking: boolean };

/**
 * Somebody who takes part in an event that is at work.
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409), "stage_register_first" (403)
 */
export async function assertAttendee(
  db: DbOrTx,
  where: { id: string } | { number: number },
  actor: UserActor,
): Promise<{ access: RoadshowAccess; attendee: Attendee }> {
  const access = await findRoadshowAccess(db, where, actor);
  assertDay(access.roadshow.state);
  const attendee = await findAttendee(db, access);
  if (!attendee) throw new DomainError("stage_register_first", { status: 403 });
  return { access, attendee };
}

/** The actor's own registration, when it holds. */
export async function findAttendee(
  db: DbOrTx,
  { participantId }: RoadshowAccess,
): Promise<Attendee | null> {
  if (!participantId) return null;
  const row = await db.roadshowParticipant.findFirst({
    where: { id: participantId, state: "REGISTERED" },
    select: { id: true, name: true, ndaAcceptedAt: true },
  });
  return row && { id: row.id, name: row.name, hasUndertaking: row.ndaAcceptedAt !== null };
}

/** States of a project in which the audience has to do with it on the day. */
const ON_PROGRAMME = [
  "CONFIRMED",
  "MATERIALS_OK",
  "PRESENTED",
  "MEETINGS",
  "INTENTION",
  "CONTRACT",
  "REGISTERED",
];

/**
 * A project of the programme that this person may know of.
 * @throws DomainError "not_found" (404), "stage_undertaking_first" (403)
 */
export async function assertSeenProject(
  db: DbOrTx,
  roadshowId: string,
  projectId: string,
  attendee: Attendee,
): Promise<{ id: string }> {
  const project = await db.roadshowProject.findFirst({
    where: { id: projectId, roadshowId, state: { in: ON_PROGRAMME } },
    select: { id: true, confidentiality: true },
  });
  if (!project) throw new DomainError("not_found", { status: 404 });
  if (project.confidentiality === "NDA_SESSION" && !attendee.hasUndertaking) {
    throw new DomainError("stage_undertaking_first", { status: 403 });
  }
  return project;
}
