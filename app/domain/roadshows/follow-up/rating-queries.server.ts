import type { UserActor } from "~/domain/identity/actor";
import { membershipOf } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import type { DbOrTx } from "~/platform/db.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { RATED_EVENT_STATES } from "./rating-schema";

const DAY_MS = 86_400_000;
const WORKS_FOR_IT = ["STAFF", "JUDGE"];

/**
 * The actor's own rating of an event and whether it can be given or changed now.
 * @throws DomainError "not_found" (404) where the event is hidden
 */
export async function getRating(number: number, actor: UserActor, db: DbOrTx) {
  const { roadshow, participantId } = await findRoadshowAccess(db, { number }, actor);
  const participant = participantId
    ? await db.roadshowParticipant.findUnique({
        where: { id: participantId },
        select: {
          id: true,
          state: true,
          roles: true,
          checkIn: { select: { at: true } },
          meetingsFrom: { where: { state: "HELD" }, select: { id: true }, take: 1 },
          meetingsTo: { where: { state: "HELD" }, select: { id: true }, take: 1 },
        },
      })
    : null;
  const rating = participant
    ? await db.roadshowRating.findUnique({
        where: {
          roadshowId_participantId: { roadshowId: roadshow.id, participantId: participant.id },
        },
      })
    : null;
  const days = await getPolicyNumber(db, "market.roadshow.rating_change_days");
  const least = await getPolicyNumber(db, "market.roadshow.ratings_shown_from");
  const isLate =
    rating !== null && clock.now().getTime() >= rating.createdAt.getTime() + days * DAY_MS;
  const wasThere =
    participant !== null &&
    (participant.checkIn !== null ||
      participant.meetingsFrom.length + participant.meetingsTo.length > 0);
  const isStaff =
    membershipOf(actor, roadshow.organisationId) !== null ||
    (participant?.roles.every((role) => WORKS_FOR_IT.includes(role)) ?? false);
  const refusal = !RATED_EVENT_STATES.some((state) => state === roadshow.state)
    ? "roadshow_rating_early"
    : participant?.state !== "REGISTERED"
      ? "roadshow_rating_guest"
      : isStaff
        ? "roadshow_rating_own"
        : !wasThere
          ? "roadshow_rating_absent"
          : isLate
            ? "roadshow_rating_late"
            : null;
  return {
    roadshow,
    participantId: participant?.id ?? null,
    rating,
    refusal,
    days,
    least,
  } as const;
}
