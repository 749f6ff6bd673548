import type { Actor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx } from "~/platform/db.server";
import { PUBLIC_STATES } from "./roadshow-procedure";

export type StaffRole = "REVIEWER" | "JUDGE" | "DESK" | "MODERATOR" | "STAGE";

export interface RoadshowAccess {
  roadshow: { id: string; number: number; state: string; organisationId: string; title: string };
  /** Publishes for the organiser, which is verified. */
  isOrganiser: boolean;
  /** Operates the market in the event's region. */
  isOffice: boolean;
  /** Accepted seats, by role. */
  seats: ReadonlyMap<StaffRole, string>;
  /** The actor's own place among the participants, unless cancelled. */
  participantId: string | null;
}

/**
 * What the actor is to one event.
 * @throws DomainError "not_found" (404) where the event does not exist or is hidden from the actor
 */
export async function findRoadshowAccess(
  db: DbOrTx,
  where: { id: string } | { number: number },
  actor: Actor | null,
): Promise<RoadshowAccess> {
  const isKey = "id" in where ? isId(where.id) : isNumber(where.number);
  if (!isKey) throw new DomainError("not_found", { status: 404 });
  const userId = actor?.kind === "USER" ? actor.userId : null;
  const row = await db.roadshow.findUnique({
    where,
    select: {
      id: true,
      number: true,
      state: true,
      title: true,
      organisationId: true,
      regionCode: true,
      ...(userId && {
        members: { where: { userId, state: "ACCEPTED" }, select: { id: true, role: true } },
        participants: { where: { userId, state: { not: "CANCELLED" } }, select: { id: true } },
      }),
    },
  });
  if (!row) throw new DomainError("not_found", { status: 404 });
  const { organisationId, regionCode } = row;
  const isOrganiser = can(actor, "roadshow.organise", { organisationId });
  const isOffice = can(actor, "roadshow.operate", { regionCode });
  const maySee =
    PUBLIC_STATES.some((state) => state === row.state) ||
    can(actor, "roadshow.view-unpublished", { organisationId, regionCode });
  if (!maySee && !isOrganiser && !isOffice) throw new DomainError("not_found", { status: 404 });
  return {
    roadshow: row,
    isOrganiser,
    isOffice,
    seats: new Map((row.members ?? []).map(({ id, role }) => [role as StaffRole, id])),
    participantId: row.participants?.[0]?.id ?? null,
  };
}

const LARGEST_NUMBER = 2_147_483_647;
const isNumber = (value: number) => Number.isInteger(value) && value > 0 && value <= LARGEST_NUMBER;

/**
 * The same for pages and moves of the organiser.
 * @throws DomainError "not_found" (404) for everybody else, the market's office included unless it only reads
 */
export async function assertOrganiser(
  db: DbOrTx,
  id: string,
  actor: Actor,
): Promise<RoadshowAccess> {
  const access = await findRoadshowAccess(db, { id }, actor);
  if (!access.isOrganiser) throw new DomainError("not_found", { status: 404 });
  return access;
}
