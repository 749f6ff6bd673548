import { appendAudit } from "~/domain/audit/append-audit.server";
import { getDealSpeaker, lockDeal } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { isUniqueViolation } from "~/domain/matching/unique-violation.server";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import type { RateeKind, RatingScale } from "./performance-schema";
import { listRatees } from "./rating-queries.server";
import { mayRate } from "./rating-rules";

/**
 * A side of a deal that has ended rates the other side or a broker who took part, once.
 * @throws DomainError "forbidden" (403), "rating_not_open" (409), "rating_wrong_party",
 * "already_rated" (409)
 */
export async function giveRating(
  input: { dealId: string; rateeKind: RateeKind; rateeId: string; comment: string } & Record<
    RatingScale,
    number
  >,
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { deal, side, organisationId } = await getDealSpeaker(db, input.dealId, actor);
  if (!side || !organisationId) throw new DomainError("forbidden", { status: 403 });
  assertCan(actor, "rating.give", { organisationId });
  try {
    await inTransaction(db, async (tx) => {
      await lockDeal(tx, deal.id);
      const now = await tx.deal.findUniqueOrThrow({
        where: { id: deal.id },
        select: { state: true, closeCode: true },
      });
      if (!mayRate(now)) throw new DomainError("rating_not_open", { status: 409 });
      const ratees = await listRatees(tx, deal, side);
      if (!ratees.some((one) => one.kind === input.rateeKind && one.id === input.rateeId)) {
        throw new DomainError("rating_wrong_party");
      }
      const { dealId, rateeKind, rateeId, reliability, communication, quality, comment } = input;
      const id = newId();
      await tx.rating.create({
        data: {
          ...{ id, dealId, rateeKind, rateeId, reliability, communication, quality, comment },
          raterOrganisationId: organisationId,
          raterUserId: actor.userId,
          createdAt: clock.now(),
        },
      });
      await appendAudit(tx, actor, {
        action: "performance.rating.given",
        subjectType: "Deal",
        subjectId: deal.id,
        detail: { rating: id, rateeKind, rateeId },
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("already_rated", { status: 409 });
  }
}
