import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { can } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db } from "~/platform/db.server";
import { findPairListing } from "./pair-listings.server";
import { recountInterest } from "./recount-interest.server";

/**
 * A side takes its answer to a pair back, as if it had not answered; works for listings that have
 * left the market meanwhile. What was told to others stays told.
 * @throws DomainError "not_found", "forbidden" (403)
 * @returns whether there was an answer
 */
export async function takeBackAnswer(
  pair: { needId: string; achievementId: string },
  actor: UserActor,
  db: Db,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    // Need before achievement, as answers lock them.
    await tx.$queryRaw`SELECT id FROM "Need" WHERE id = ${pair.needId}::uuid FOR NO KEY UPDATE`;
    const need = assertFound(await findPairListing(tx, "need", pair.needId));
    const achievement = assertFound(await findPairListing(tx, "achievement", pair.achievementId));
    const mine = [need, achievement].filter(({ organisationId }) =>
      can(actor, "match.answer", { organisationId }),
    );
    const own = mine.find((one) => one.organisationId === actor.organisationId) ?? mine[0];
    if (!own) throw new DomainError("forbidden", { status: 403 });
    const { needId, achievementId } = pair;
    const { organisationId } = own;
    const { count } = await tx.matchAnswer.deleteMany({
      where: { needId, achievementId, organisationId },
    });
    if (count === 0) return false;
    if (own === need) await recountInterest(tx, "achievement", achievement.id);
    else await recountInterest(tx, "need", need.id);
    await appendAudit(tx, actor, {
      action: "match.answer.taken-back",
      subjectType: "MatchAnswer",
      subjectId: `${needId}:${achievementId}`,
      detail: { side: own === need ? "DEMAND" : "SUPPLY" },
    });
    return true;
  });
}
