import type { Actor, UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import {
  findRoadshowAccess,
  type RoadshowAccess,
  type StaffRole,
} from "../events/roadshow-access.server";

/** States of an event during which its stages, check-in and scoring are at work. */
export const DAY_STATES: readonly string[] = ["LIVE", "MATCHING"];

/**
 * The event for its organiser and for people with one of these seats.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function assertStaff(
  db: DbOrTx,
  id: string,
  actor: Actor,
  roles: readonly StaffRole[],
): Promise<RoadshowAccess> {
  const access = await findRoadshowAccess(db, { id }, actor);
  if (access.isOrganiser || roles.some((role) => access.seats.has(role))) return access;
  throw new DomainError("not_found", { status: 404 });
}

/** Whether the actor runs the event, in whatever seat but that of a reviewer or judge. */
export async function isStaffOf(db: DbOrTx, id: string, actor: UserActor): Promise<boolean> {
  try {
    await assertStaff(db, id, actor, ["DESK", "MODERATOR", "STAGE"]);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.status === 404) return false;
    throw error;
  }
}

/** @throws DomainError "roadshow_not_open" (409) where the event is not at work */
export function assertDay(state: string, states: readonly string[] = DAY_STATES): void {
  if (!states.includes(state)) throw new DomainError("roadshow_not_open", { status: 409 });
}
