import { appendAudit } from "~/domain/audit/append-audit.server";
import { getDealSpeaker } from "~/domain/deals/deal-access.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { readDisclosure } from "./rating-queries.server";

/**
 * The rated side or broker answers a rating that is shown, once; the reply stands beside it.
 * @throws DomainError "not_found" (404), "forbidden" (403), "already_replied" (409)
 */
export async function replyToRating(
  input: { dealId: string; ratingId: string; reply: string },
  actor: UserActor,
  db: Db,
): Promise<void> {
  const { deal } = await getDealSpeaker(db, input.dealId, actor);
  await inTransaction(db, async (tx) => {
    const rating = await tx.rating.findFirst({ where: { id: input.ratingId, dealId: deal.id } });
    const { areShown } = await readDisclosure(tx, deal.id);
    if (!rating || !areShown) throw new DomainError("not_found", { status: 404 });
    const isRated =
      rating.rateeKind === "BROKER"
        ? actor.brokerId === rating.rateeId
        : can(actor, "rating.give", { organisationId: rating.rateeId });
    if (!isRated) throw new DomainError("forbidden", { status: 403 });
    const { count } = await tx.rating.updateMany({
      where: { id: rating.id, repliedAt: null },
      data: { reply: input.reply, repliedAt: clock.now() },
    });
    if (count === 0) throw new DomainError("already_replied", { status: 409 });
    await appendAudit(tx, actor, {
      action: "performance.rating.replied",
      subjectType: "Deal",
      subjectId: deal.id,
      detail: { rating: rating.id },
    });
  });
}
