import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { findRoadshowAccess } from "./roadshow-access.server";
import type { RoadshowFrame } from "./roadshow-view";

/**
 * The head of an event's pages for its organiser, its staff and the office.
 * @throws DomainError "not_found" (404) for everybody else
 */
export async function getRoadshowFrame(
  id: string,
  actor: UserActor,
  db: DbOrTx,
): Promise<RoadshowFrame> {
  const { roadshow, isOrganiser, isOffice, seats } = await findRoadshowAccess(db, { id }, actor);
  if (!isOrganiser && !isOffice && seats.size === 0) {
    throw new DomainError("not_found", { status: 404 });
  }
  const { legalName } = await db.organisation.findUniqueOrThrow({
    where: { id: roadshow.organisationId },
    select: { legalName: true },
  });
  const { number, title, state } = roadshow;
  return {
    id,
    number,
    title,
    state,
    organiser: legalName,
    isOrganiser,
    isOffice,
    roles: [...seats.keys()],
  };
}
