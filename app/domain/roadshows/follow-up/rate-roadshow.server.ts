import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { getRating } from "./rating-queries.server";
import type { RatingInput } from "./rating-schema";

/**
 * Rates an event as one of its participants who was there, once; it can be changed for some days.
 * @throws DomainError "not_found" (404), "roadshow_rating_early", "roadshow_rating_guest",
 * "roadshow_rating_absent", "roadshow_rating_own", "roadshow_rating_late" (409)
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
