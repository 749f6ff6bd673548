import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { membershipOf } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { RATED_EVENT_STATES, type RatingInput } from "./rating-schema";

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
        select: { id: true, state: true, roles: true },
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
  const isLate =
    rating !== null && clock.now().getTime() >= rating.createdAt.getTime() + days * DAY_MS;
  const isStaff =
    membershipOf(actor, roadshow.organisationId) !== null ||
    (participant?.roles.every((role) => WORKS_FOR_IT.includes(role)) ?? false);
  const refusal = !RATED_EVENT_STATES.some((state) => state === roadshow.state)
    ? "roadshow_rating_early"
    : participant?.state !== "REGISTERED"
      ? "roadshow_rating_guest"
      : isStaff
        ? "roadshow_rating_own"
        : isLate
          ? "roadshow_rating_late"
          : null;
  return { roadshow, participantId: participant?.id ?? null, rating, refusal, days } as const;
}

/**
 * Rates an event as one of its participants, once; it can be changed for some days.
 * @throws DomainError "not_found" (404), "roadshow_rating_early", "roadshow_rating_guest",
 * "roadshow_rating_own", "roadshow_rating_late" (409)
 */
export async function rateRoadshow(
  number: number,
  input: RatingInput,
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { roadshow } = await findRoadshowAccess(tx, { number }, actor);
    await lockRoadshow(tx, roadshow.id);
    const { participantId, rating, refusal } = await getRating(number, actor, tx);
    if (refusal !== null || participantId === null) {
      throw new DomainError(refusal ?? "roadshow_rating_guest", { status: 409 });
    }
    const roadshowId = roadshow.id;
    if (rating) await tx.roadshowRating.update({ where: { id: rating.id }, data: input });
    else {
      const createdAt = clock.now();
      const data = { id: newId(), roadshowId, participantId, ...input, createdAt };
      await tx.roadshowRating.create({ data });
    }
    await appendAudit(tx, actor, {
      action: "roadshow-rating.give",
      subjectType: "Roadshow",
      subjectId: roadshowId,
      detail: { isChange: rating !== null },
    });
  });
}
